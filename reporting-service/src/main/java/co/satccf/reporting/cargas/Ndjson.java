package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.model.evento.CodigoMotivo;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lines that are CloudEvents already. They are published as they came, save for attributes that
 * they do not bring; what is wrong with one is said by the very reader that will take it in.
 *
 * @param instante of events that do not tell theirs
 */
record Ndjson(Instant instante) {

  private static final int MAXIMA_PROFUNDIDAD = 16;
  private static final LectorEventos LECTOR = new LectorEventos();
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAXIMA_PROFUNDIDAD).build())
              .build());

  void leer(int numero, String texto, Destino destino) throws SQLException {
    var evento = nodo(texto);
    var linea = new Linea(numero, evento.has("id"), completo(evento, texto));
    var familia = familia(evento.path("type").asText("").strip());
    if (familia.isPresent()) {
      destino.hecho(familia.get(), linea);
    } else {
      destino.ilegible(ilegible(linea));
    }
  }

  private String completo(JsonNode evento, String texto) {
    var completo = texto;
    if (evento.isEmpty()) {
      return completo;
    }
    if (!evento.has("time")) {
      completo = Linea.con(completo, "time", instante.toString());
    }
    if (!evento.has("source")) {
      completo = Linea.con(completo, "source", Linea.FUENTE);
    }
    if (!evento.has("specversion")) {
      completo = Linea.con(completo, "specversion", "1.0");
    }
    return completo;
  }

  /** Empty when no family takes events of that type. */
  static Optional<Familia> familia(String tipo) {
    return tipo.equals(LectorEventos.EMPLEADOR_INCORPORADO)
        ? Optional.of(Familia.AFILIACION)
        : ServicioSat.porTipoEvento(tipo).map(ServicioSat::familia);
  }

  /** Nothing when it is no object: there is nothing to put in front then. */
  private static JsonNode nodo(String texto) {
    try {
      var nodo = JSON.readTree(texto);
      return nodo.isObject() ? nodo : MissingNode.getInstance();
    } catch (JsonProcessingException unreadable) {
      return MissingNode.getInstance();
    }
  }

  /** That it has no id of its own is nothing against it here. */
  private static Hallazgo ilegible(Linea linea) {
    return switch (LECTOR.leer(linea.evento().getBytes(UTF_8), Map.of())) {
      case Lectura.Ilegible(var _, var _, var motivos) ->
          Hallazgo.ilegible(
              linea.numero(),
              motivos.stream()
                  .filter(motivo -> !motivo.codigo().equals(CodigoMotivo.SIN_IDENTIDAD.name()))
                  .toList());
      case Lectura.Reportable _, Lectura.Incorporado _ ->
          throw new IllegalStateException("line " + linea.numero() + " has a type after all");
    };
  }
}
