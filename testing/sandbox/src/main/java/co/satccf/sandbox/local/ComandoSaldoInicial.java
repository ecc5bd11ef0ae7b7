package co.satccf.sandbox.local;

import co.satccf.sandbox.Principal;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Sends an opening balance to afiliacion-service and shows how far it has come. Repeated, it goes
 * on where it stopped. Ends with 1 when lines were passed over.
 */
@Command(name = "saldo-inicial")
public final class ComandoSaldoInicial implements Callable<Integer> {
  private static final Duration PAUSA = Duration.ofMillis(500);
  private static final int MOSTRADAS = 10;

  @Spec CommandSpec comando = CommandSpec.create();

  @Parameters(paramLabel = "F", arity = "1")
  Path archivo = Path.of("");

  @Option(names = "--url", paramLabel = "URL")
  @Nullable URI servicio;

  @Option(names = "--nombre", paramLabel = "N")
  @Nullable String nombre;

  @Mixin TokenDeLaLlamada token = new TokenDeLaLlamada();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(archivo) || Files.isDirectory(archivo)) {
      throw new ParameterException(comando.commandLine(), "no se puede leer " + archivo);
    }
    URI afiliacion = afiliacion();
    Pantalla pantalla = Pantalla.estandar();
    long inicio = System.nanoTime();
    CompletableFuture<HttpResponse<String>> envio =
        HttpClient.newHttpClient()
            .sendAsync(pedido(afiliacion), HttpResponse.BodyHandlers.ofString());
    mostrarAvance(afiliacion, envio, pantalla);
    HttpResponse<String> respuesta = fin(envio, afiliacion);
    JsonNode cuerpo = Http.JSON.readTree(respuesta.body());
    if (respuesta.statusCode() != 200) {
      throw new IllegalStateException(cuerpo.path("detail").asText("respondió " + respuesta));
    }
    resumir(cuerpo, (System.nanoTime() - inicio) / 1e9, pantalla);
    return cuerpo.path("malas").asLong() == 0 ? 0 : Principal.NO_CUADRA;
  }

  /** The one that is named, or that of the platform that is on, whose Ministry is told first. */
  private URI afiliacion() throws IOException {
    if (servicio != null) {
      return servicio;
    }
    URI local = Encendida.transmisores().get(ServicioSuite.AFILIACION.modulo());
    if (local == null) {
      throw new IllegalStateException("la plataforma en marcha no tiene afiliacion-service");
    }
    SaldoInicial.registrar(ControlDelMinisterio.en(Encendida.control()), archivo, ndjson());
    return local;
  }

  private HttpRequest pedido(URI afiliacion) throws IOException {
    return Http.pedido(
            direccion(
                afiliacion, "?archivo=" + URLEncoder.encode(nombre(), StandardCharsets.UTF_8)),
            token.leer(UsuarioDeArena.ADMINISTRADOR))
        .header("Content-Type", ndjson() ? "application/x-ndjson" : "text/csv")
        .POST(HttpRequest.BodyPublishers.ofFile(archivo))
        .build();
  }

  private void mostrarAvance(
      URI afiliacion, CompletableFuture<HttpResponse<String>> envio, Pantalla pantalla)
      throws InterruptedException {
    long dichas = 0;
    while (!envio.isDone()) {
      long lineas = avance(afiliacion).map(a -> a.path("lineas").asLong()).orElse(0L);
      if (lineas > dichas) {
        pantalla.linea("  " + Pantalla.numero(lineas) + " líneas");
        dichas = lineas;
      }
      Pausa.de(PAUSA);
    }
  }

  private Optional<JsonNode> avance(URI afiliacion) {
    String codificado = URLEncoder.encode(nombre(), StandardCharsets.UTF_8).replace("+", "%20");
    return Http.get(
        direccion(afiliacion, "/" + codificado), token.leer(UsuarioDeArena.ADMINISTRADOR));
  }

  private HttpResponse<String> fin(CompletableFuture<HttpResponse<String>> envio, URI afiliacion) {
    try {
      return envio.join();
    } catch (CompletionException cut) {
      throw new IllegalStateException(
          "el envío a %s se cortó; repita la orden con el mismo archivo y seguirá donde quedó"
              .formatted(afiliacion),
          cut);
    }
  }

  private static void resumir(JsonNode saldo, double segundos, Pantalla pantalla) {
    pantalla.titulo(
        "Saldo inicial %s, %s s"
            .formatted(saldo.path("archivo").asText(), Pantalla.decimal(segundos)));
    pantalla.dato("líneas", saldo.path("lineas").asLong());
    pantalla.dato("incorporados", saldo.path("incorporados").asLong());
    pantalla.dato("ya estaban", saldo.path("yaEstaban").asLong());
    pantalla.dato("líneas malas", saldo.path("malas").asLong());
    int mostradas = 0;
    for (JsonNode mala : saldo.path("primerasMalas")) {
      if (mostradas++ == MOSTRADAS) {
        pantalla.linea(
            "    …las demás en /empleadores/saldo-inicial/%s/malas"
                .formatted(saldo.path("archivo").asText()));
        return;
      }
      pantalla.mal(
          "línea %d: %s".formatted(mala.path("linea").asLong(), mala.path("motivo").asText()));
    }
  }

  private String nombre() {
    return nombre == null ? String.valueOf(archivo.getFileName()) : nombre;
  }

  private boolean ndjson() {
    String minuscula = String.valueOf(archivo.getFileName()).toLowerCase(Locale.ROOT);
    return minuscula.endsWith(".ndjson") || minuscula.endsWith(".jsonl");
  }

  private static URI direccion(URI afiliacion, String resto) {
    String base = afiliacion.toString().replaceAll("/+$", "");
    return URI.create(base + "/empleadores/saldo-inicial" + resto);
  }
}
