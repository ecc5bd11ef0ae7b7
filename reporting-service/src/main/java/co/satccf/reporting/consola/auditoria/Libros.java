package co.satccf.reporting.consola.auditoria;

import co.satccf.model.Familia;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the books, each where it is kept. */
@Singleton
class Libros {

  /** What a family notes when somebody has been shown data of a person. */
  private static final Set<String> VISTAS =
      Set.of("CONSULTA_CUERPO", "CONSULTA_CUARENTENA", "CONSULTA_TITULAR", "CONSTANCIA");

  private final Suite suite;
  private final HistoriaStatements historias;

  Libros(Suite suite, HistoriaStatements historias) {
    this.suite = suite;
    this.historias = historias;
  }

  /** What a walk along a chain has found. */
  @RegisterForReflection
  public record Verificacion(
      boolean integra, long revisados, @Nullable Cabeza ultimo, @Nullable Rotura rotura) {}

  /** The last entry that holds. */
  @RegisterForReflection
  public record Cabeza(long numero, String hash) {}

  /** The first that does not. */
  @RegisterForReflection
  public record Rotura(long numero, String falla, String detalle) {}

  /** Up to {@value Pregunta#LIMITE} entries, the newest first. */
  List<Asiento> leer(Libro libro, Pregunta pregunta) throws SQLException {
    if (pregunta.vistas() && !libro.anotaVistas()) {
      return List.of();
    }
    return switch (libro) {
      case AFILIACION -> deFamilia(Familia.AFILIACION, pregunta);
      case RELACION_LABORAL -> deFamilia(Familia.RELACION_LABORAL, pregunta);
      case NOVEDADES -> deFamilia(Familia.NOVEDADES, pregunta);
      case TOKENS -> deTokens(pregunta);
      case CARGAS -> historias.deCargas(pregunta);
      case INFORMES -> historias.deInformes(pregunta);
    };
  }

  Verificacion verificar(Familia familia, @Nullable String hasta) {
    return suite
        .de(familia)
        .get(Direccion.de("auditoria", "verificacion").con("hasta", hasta), Verificacion.class);
  }

  private List<Asiento> deFamilia(Familia familia, Pregunta pregunta) {
    var direccion = recientes(pregunta).con("objeto", pregunta.objeto());
    if (pregunta.vistas()) {
      for (var accion : VISTAS) {
        direccion = direccion.con("accion", accion);
      }
    }
    return asientos(suite.de(familia).get(direccion, JsonNode.class), Libros::encadenado);
  }

  private List<Asiento> deTokens(Pregunta pregunta) {
    return asientos(
        suite
            .tokenService()
            .get(recientes(pregunta).con("detalle", pregunta.objeto()), JsonNode.class),
        Libros::deTokens);
  }

  private static Direccion recientes(Pregunta pregunta) {
    return Direccion.de("auditoria", "recientes")
        .con("quien", pregunta.quien())
        .con("antes", pregunta.antes() == Long.MAX_VALUE ? null : pregunta.antes())
        .con("limite", Pregunta.LIMITE);
  }

  /** Reads one entry. */
  private interface Forma {
    Asiento leer(JsonNode asiento);
  }

  private static List<Asiento> asientos(JsonNode pagina, Forma forma) {
    return StreamSupport.stream(pagina.path("asientos").spliterator(), false)
        .map(forma::leer)
        .toList();
  }

  private static Asiento encadenado(JsonNode asiento) {
    return new Asiento(
        asiento.path("numero").asLong(),
        Instant.parse(asiento.path("instante").asText()),
        asiento.path("quien").asText(),
        asiento.path("accion").asText(),
        asiento.path("objeto").asText(),
        asiento.path("motivo").asText(),
        legible(asiento.path("detalle")));
  }

  /** One after the other, without what says nothing. */
  private static String legible(JsonNode detalle) {
    return detalle.properties().stream()
        .filter(dato -> !dato.getValue().isNull())
        .map(
            dato ->
                dato.getKey()
                    + ": "
                    + (dato.getValue().isValueNode()
                        ? dato.getValue().asText()
                        : dato.getValue().toString()))
        .collect(Collectors.joining(" · "));
  }

  private static Asiento deTokens(JsonNode asiento) {
    return new Asiento(
        asiento.path("id").asLong(),
        Instant.parse(asiento.path("instante").asText()),
        asiento.path("quien").asText(),
        asiento.path("que").asText(),
        "",
        "desde " + asiento.path("desde").asText(),
        asiento.path("detalle").asText());
  }
}
