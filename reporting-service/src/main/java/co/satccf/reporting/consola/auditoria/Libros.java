package co.satccf.reporting.consola.auditoria;

import co.satccf.model.Familia;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the books, each where it is kept. */
@Singleton
class Libros {

  /** What a family notes when somebody has been shown data of a person. */
  private static final Set<String> VISTAS =
      Set.of("CONSULTA_CUERPO", "CONSULTA_CUARENTENA", "CONSULTA_TITULAR", "CONSTANCIA");

  /** token-service tells its entries from the first on, so many at a time. */
  private static final int POR_PAGINA = 500;

  private static final int PAGINAS = 20;

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
    var direccion =
        Direccion.de("auditoria", "recientes")
            .con("objeto", pregunta.objeto())
            .con("quien", pregunta.quien())
            .con("limite", Pregunta.LIMITE);
    if (pregunta.antes() < Long.MAX_VALUE) {
      direccion = direccion.con("antes", pregunta.antes());
    }
    if (pregunta.vistas()) {
      for (var accion : VISTAS) {
        direccion = direccion.con("accion", accion);
      }
    }
    return asientos(suite.de(familia).get(direccion, JsonNode.class), Libros::encadenado);
  }

  /** The fund's administrators do few things: the whole book is at hand. */
  private List<Asiento> deTokens(Pregunta pregunta) {
    var todos = new ArrayList<Asiento>();
    long despues = 0;
    for (int pagina = 0; pagina < PAGINAS; pagina++) {
      var leida =
          suite
              .tokenService()
              .get(
                  Direccion.de("auditoria").con("despues", despues).con("limite", POR_PAGINA),
                  JsonNode.class);
      todos.addAll(asientos(leida, Libros::deTokens));
      if (!leida.hasNonNull("siguiente")) {
        break;
      }
      despues = leida.path("siguiente").asLong();
    }
    return todos.reversed().stream()
        .filter(asiento -> asiento.numero() < pregunta.antes())
        .filter(asiento -> pregunta.quien() == null || asiento.quien().equals(pregunta.quien()))
        .filter(
            asiento -> pregunta.objeto() == null || asiento.detalle().contains(pregunta.objeto()))
        .limit(Pregunta.LIMITE)
        .toList();
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
        asiento.path("detalle").isEmpty() ? "" : asiento.path("detalle").toString());
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
