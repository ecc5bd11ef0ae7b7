package co.satccf.token.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditoriaTest extends TokenServiceTest {

  private static final String ESPERAN =
      "select pid from pg_locks where locktype = 'advisory' and not granted";

  @Test
  void isReadPageByPageFromTheOldestOn() {
    // Given
    for (int version = 2; version <= 6; version++) {
      Llamada.post("/terminos/versiones", "{\"texto\":\"Texto %d\"}".formatted(version));
    }

    // When
    List<String> detalles = new ArrayList<>();
    String despues = "0";
    int paginas = 0;
    while (despues != null) {
      JsonObject pagina = Llamada.get("/auditoria?limite=2&despues=" + despues).cuerpo();
      pagina
          .getJsonArray("asientos")
          .forEach(asiento -> detalles.add(((JsonObject) asiento).getString("detalle")));
      despues =
          pagina.getValue("siguiente") == null ? null : pagina.getValue("siguiente").toString();
      paginas++;
    }

    // Then
    assertThat(detalles)
        .containsExactly("versión 2", "versión 3", "versión 4", "versión 5", "versión 6");
    assertThat(paginas).isEqualTo(3);
  }

  @Test
  void isReadPageByPageFromTheNewestOn() {
    // Given
    for (int version = 2; version <= 6; version++) {
      Llamada.post("/terminos/versiones", "{\"texto\":\"Texto %d\"}".formatted(version));
    }

    // When
    List<String> detalles = new ArrayList<>();
    String antes = "";
    while (antes != null) {
      JsonObject pagina = Llamada.get("/auditoria/recientes?limite=2&antes=" + antes).cuerpo();
      pagina
          .getJsonArray("asientos")
          .forEach(asiento -> detalles.add(((JsonObject) asiento).getString("detalle")));
      antes = pagina.getValue("siguiente") == null ? null : pagina.getValue("siguiente").toString();
    }

    // Then
    assertThat(detalles)
        .containsExactly("versión 6", "versión 5", "versión 4", "versión 3", "versión 2");
    assertThat(recientes("?quien=" + IdentidadDePrueba.QUIEN.replace(" ", "%20"))).hasSize(5);
    assertThat(recientes("?quien=otra")).isEmpty();
    assertThat(recientes("?detalle=n%204")).hasSize(1);
  }

  private static List<?> recientes(String consulta) {
    return Llamada.get("/auditoria/recientes" + consulta)
        .cuerpo()
        .getJsonArray("asientos")
        .getList();
  }

  @Test
  void isReadByFact() {
    // Given
    Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}");
    Llamada.post("/terminos/aceptacion", "{\"version\":2}");

    // When
    JsonObject pagina = Llamada.get("/auditoria?que=TERMINOS_ACEPTADOS").cuerpo();

    // Then
    assertThat(pagina.getJsonArray("asientos")).hasSize(1);
    JsonObject asiento = pagina.getJsonArray("asientos").getJsonObject(0);
    assertThat(asiento.getString("que")).isEqualTo("TERMINOS_ACEPTADOS");
    assertThat(asiento.getString("instante")).isEqualTo(reloj.instant().toString());
    assertThat(asiento.getString("desde")).isEqualTo("127.0.0.1");
  }

  @Test
  void tellsTheAddressBehindATrustedProxyAndNotWhatItsClientWrote() {
    // When
    Llamada.reenviada("10.6.6.6, 203.0.113.9", "/terminos/versiones", "{\"texto\":\"Otras\"}");

    // Then
    assertThat(filas().auditoria())
        .containsExactly(IdentidadDePrueba.QUIEN + "|TERMINOS_PUBLICADOS|203.0.113.9|versión 2");
  }

  @Test
  void aReaderOfPagesMissesNoEntryThatIsCommittedLate() throws Exception {
    // Given an act whose transaction takes its time
    List<String> leidos = new ArrayList<>();
    try (Connection lenta = base.getConnection();
        ExecutorService hilo = Executors.newSingleThreadExecutor()) {
      lenta.setAutoCommit(false);
      Auditoria.anotar(lenta, Solicitante.SISTEMA, Hecho.SERVICIO_QUITADO, "la lenta");

      // When another act comes after it, and somebody reads before it is committed, and then on
      Future<Resultado> otro =
          hilo.submit(() -> Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}"));
      await().until(() -> otro.isDone() || !filas().columna(ESPERAN).isEmpty());
      long ultimo = leer(0, leidos);
      lenta.commit();
      otro.get();
      leer(ultimo, leidos);
    }

    // Then
    assertThat(leidos).containsExactly("la lenta", "versión 2");
  }

  @Test
  void aStatementThatTheDatabaseRefusesIsNotToldAsADatabaseThatIsAway() {
    // Given
    filas().ejecutar("alter table auditoria rename column detalle to otro");
    try {
      // When
      Resultado negado = Llamada.get("/auditoria");

      // Then
      assertThat(negado.estado()).isEqualTo(500);
      assertThat(negado.codigo()).isEqualTo("ERROR_INTERNO");
      assertThat(negado.cabecera("Retry-After")).isEmpty();
    } finally {
      filas().ejecutar("alter table auditoria rename column otro to detalle");
    }
  }

  /** The id of the last one, from which the next page goes on. */
  private static long leer(long despues, List<String> leidos) {
    long ultimo = despues;
    for (Object asiento :
        Llamada.get("/auditoria?despues=" + despues).cuerpo().getJsonArray("asientos")) {
      leidos.add(((JsonObject) asiento).getString("detalle"));
      ultimo = ((JsonObject) asiento).getLong("id");
    }
    return ultimo;
  }

  @ParameterizedTest
  @ValueSource(strings = {"limite=0", "limite=501", "limite=x", "despues=-1", "que=NADA"})
  void namesTheParameterThatIsWrong(String query) {
    // When
    Resultado negado = Llamada.get("/auditoria?" + query);

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.detalle()).startsWith(query.substring(0, query.indexOf('=')) + ": ");
  }
}
