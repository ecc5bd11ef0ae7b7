package co.satccf.sandbox.local;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.infra.Topicos;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of a feed as it goes to Kafka.
 *
 * @param topico by the prefix of its type; {@code sat.afiliacion} when there is none to go by
 * @param clave {@code NI-900123456-0}, or empty when the employer cannot be read
 * @param identidad when source and id can be read
 * @param servicio name of the SAT service its type belongs to, when it is one of the seven
 * @param incorporado the employer of an opening balance, when it is one
 * @param correccion what it says of the report it corrects, when it is a correction
 */
record EventoPublicable(
    String topico,
    Optional<byte[]> clave,
    byte[] valor,
    Optional<Identidad> identidad,
    Optional<String> servicio,
    Optional<JsonNode> incorporado,
    Optional<Correccion> correccion) {

  private static final String RELACION_LABORAL = "co.satccf.relacion-laboral.";
  private static final String NOVEDADES = "co.satccf.novedades.";
  private static final String INCORPORADO = "co.satccf.afiliacion.empleador-incorporado.v1";

  /** Identity of an event (CloudEvents 1.0: source and id together). */
  record Identidad(String source, String id) {}

  /**
   * What a correction is of.
   *
   * @param radicadoNuevo whether it makes a report of its own
   */
  record Correccion(boolean radicadoNuevo) {}

  static EventoPublicable de(byte[] linea) {
    JsonNode evento = leer(linea);
    String tipo = evento.path("type").asText("");
    JsonNode data = evento.path("data");
    return new EventoPublicable(
        topico(tipo),
        clave(data.path("empleador")),
        linea,
        identidad(evento),
        ServicioSat.porTipoEvento(tipo).map(ServicioSat::nombre),
        tipo.equals(INCORPORADO) ? Optional.of(data) : Optional.empty(),
        correccion(evento));
  }

  private static Optional<Correccion> correccion(JsonNode evento) {
    String original = evento.path("corrige").asText("");
    return original.isEmpty()
        ? Optional.empty()
        : Optional.of(new Correccion(!original.equals(evento.path("radicado").asText(""))));
  }

  private static JsonNode leer(byte[] linea) {
    try {
      JsonNode evento = Http.JSON.readTree(linea);
      return evento == null ? Http.JSON.nullNode() : evento;
    } catch (IOException unreadable) {
      return Http.JSON.nullNode();
    }
  }

  private static String topico(String tipo) {
    if (tipo.startsWith(RELACION_LABORAL)) {
      return Topicos.RELACION_LABORAL;
    }
    return tipo.startsWith(NOVEDADES) ? Topicos.NOVEDADES : Topicos.AFILIACION;
  }

  private static Optional<Identidad> identidad(JsonNode evento) {
    String source = evento.path("source").asText("");
    String id = evento.path("id").asText("");
    return source.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(new Identidad(source, id));
  }

  private static Optional<byte[]> clave(JsonNode empleador) {
    String tipo = empleador.path("documento").path("tipo").asText("");
    String numero = empleador.path("documento").path("numero").asText("");
    String serial = empleador.path("serialSAT").asText("0");
    return tipo.isEmpty() || numero.isEmpty()
        ? Optional.empty()
        : Optional.of((tipo + "-" + numero + "-" + serial).getBytes(StandardCharsets.UTF_8));
  }
}
