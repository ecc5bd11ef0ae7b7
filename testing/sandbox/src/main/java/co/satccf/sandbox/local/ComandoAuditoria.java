package co.satccf.sandbox.local;

import co.satccf.sandbox.Principal;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Walks the audit of a service, or of every family service of the platform that is on, and names
 * the first broken link. Ends with 1 when a chain is broken.
 */
@Command(name = "auditoria")
public final class ComandoAuditoria implements Callable<Integer> {
  private static final Pattern HASTA = Pattern.compile("[1-9][0-9]{0,17}:[0-9a-fA-F]{64}");

  @Spec CommandSpec comando = CommandSpec.create();

  @Parameters(paramLabel = "URL", arity = "0..1")
  @Nullable URI servicio;

  @Option(names = "--hasta", paramLabel = "N:HASH")
  @Nullable String hasta;

  @Mixin TokenDeLaLlamada token = new TokenDeLaLlamada();

  @Override
  public Integer call() {
    String ancla = ancla();
    Pantalla pantalla = Pantalla.estandar();
    boolean integras = true;
    for (Map.Entry<String, URI> uno : servicios().entrySet()) {
      pantalla.titulo(uno.getKey());
      integras &= verificar(uno.getValue(), ancla, pantalla);
    }
    return integras ? 0 : Principal.NO_CUADRA;
  }

  private @Nullable String ancla() {
    if (hasta != null && !HASTA.matcher(hasta).matches()) {
      throw new ParameterException(
          comando.commandLine(),
          "«%s» no sirve como valor de --hasta: se espera <número>:<hash de 64 dígitos hexadecimales>"
              .formatted(hasta));
    }
    if (hasta != null && servicio == null) {
      throw new ParameterException(
          comando.commandLine(), "--hasta es de un solo servicio: falta su URL");
    }
    return hasta;
  }

  private Map<String, URI> servicios() {
    if (servicio == null) {
      return Encendida.transmisores();
    }
    Map<String, URI> uno = new LinkedHashMap<>();
    uno.put(servicio.toString(), servicio);
    return uno;
  }

  private boolean verificar(URI servicio, @Nullable String ancla, Pantalla pantalla) {
    String base = servicio.toString().replaceAll("/+$", "");
    URI uri =
        URI.create(base + "/auditoria/verificacion" + (ancla == null ? "" : "?hasta=" + ancla));
    JsonNode verificacion =
        Http.getSinPrisa(uri, token.leer(UsuarioDeArena.CONSULTA))
            .orElseThrow(() -> new IllegalStateException("no responde " + uri + " con 200"));
    JsonNode ultimo = verificacion.path("ultimo");
    if (verificacion.path("integra").asBoolean()) {
      pantalla.bien(
          "La cadena está íntegra: "
              + Pantalla.numero(verificacion.path("revisados").asLong())
              + " asientos");
    } else {
      JsonNode rotura = verificacion.path("rotura");
      pantalla.mal(
          "La cadena se rompe en el asiento %s (%s): %s"
              .formatted(
                  rotura.path("numero").asText(),
                  rotura.path("falla").asText(),
                  rotura.path("detalle").asText()));
    }
    if (ultimo.isObject()) {
      pantalla.linea(
          "    último asiento bueno, para guardar fuera: %s:%s"
              .formatted(ultimo.path("numero").asText(), ultimo.path("hash").asText()));
    }
    return verificacion.path("integra").asBoolean();
  }
}
