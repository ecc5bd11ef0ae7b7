package co.satccf.transmitter.operations;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditoriaTest {

  @Inject Tablas tablas;
  @Inject Database database;

  @BeforeEach
  void fiveEntries() throws SQLException {
    tablas.emptyAudit();
    for (int i = 1; i <= 5; i++) {
      anotar("servicio/" + (i % 2 == 0 ? "Par" : "Impar"), "motivo " + i);
    }
  }

  @AfterEach
  void leaveNothing() throws SQLException {
    tablas.emptyAudit();
  }

  @Test
  void holdsAndTellsTheHeadToKeepOutside() {
    // When
    JsonPath verificacion = verificar(null);
    // Then
    assertThat(verificacion.getBoolean("integra")).isTrue();
    assertThat(verificacion.getLong("revisados")).isEqualTo(5);
    assertThat(verificacion.getLong("ultimo.numero")).isEqualTo(5);
    assertThat(verificacion.getString("ultimo.hash")).matches("[0-9a-f]{64}");
    assertThat(verificacion.<Object>get("rotura")).isNull();
    assertThat(verificar("5:" + verificacion.getString("ultimo.hash")).getBoolean("integra"))
        .isTrue();
  }

  @Test
  void holdsWhenThereIsNothing() throws SQLException {
    tablas.emptyAudit();
    JsonPath verificacion = verificar(null);
    assertThat(verificacion.getBoolean("integra")).isTrue();
    assertThat(verificacion.<Object>get("ultimo")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quien = 'otro'                                     | HASH",
        "accion = 'OTRA'                                    | HASH",
        "objeto = 'servicio/Otro'                           | HASH",
        "motivo = 'otro'                                    | HASH",
        "detalle = '{}'                                     | HASH",
        "instante = instante + interval '1 microsecond'     | HASH",
        "hash = sha256('otro')                              | HASH",
        "anterior = sha256('otro')                          | ANTERIOR",
        "anterior = ''                                      | ANTERIOR",
        "numero = 30                                        | HUECO"
      })
  void namesTheEntryWithAColumnThatSomebodyChanged(String change, String falla)
      throws SQLException {
    // Given
    tablas.tamper("update auditoria set " + change + " where numero = 3");
    // When
    JsonPath verificacion = verificar(null);
    // Then
    assertThat(verificacion.getBoolean("integra")).isFalse();
    assertThat(verificacion.getLong("rotura.numero")).isEqualTo(3);
    assertThat(verificacion.getString("rotura.falla")).isEqualTo(falla);
    assertThat(verificacion.getLong("revisados")).isEqualTo(2);
    assertThat(verificacion.getLong("ultimo.numero")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void namesARowThatWasRemovedInTheMiddle(long numero) throws SQLException {
    // Given
    tablas.tamper("delete from auditoria where numero = " + numero);
    // Then
    JsonPath verificacion = verificar(null);
    assertThat(verificacion.getLong("rotura.numero")).isEqualTo(numero);
    assertThat(verificacion.getString("rotura.falla")).isEqualTo("HUECO");
  }

  @Test
  void seesARemovedEndOnlyWithAHeadThatWasKeptOutside() throws SQLException {
    // Given
    String outside = "5:" + verificar(null).getString("ultimo.hash");
    tablas.tamper("delete from auditoria where numero > 3");
    // Then
    assertThat(verificar(null).getBoolean("integra")).isTrue();
    JsonPath verificacion = verificar(outside);
    assertThat(verificacion.getBoolean("integra")).isFalse();
    assertThat(verificacion.getLong("rotura.numero")).isEqualTo(4);
    assertThat(verificacion.getString("rotura.falla")).isEqualTo("FALTAN");
  }

  @Test
  void seesAChainMadeAnewOnlyWithAHeadThatWasKeptOutside() throws SQLException {
    // Given a chain of the same length with other entries
    String outside = "5:" + verificar(null).getString("ultimo.hash");
    tablas.emptyAudit();
    for (int i = 1; i <= 5; i++) {
      anotar("servicio/Falso", "otra historia");
    }
    // Then
    assertThat(verificar(null).getBoolean("integra")).isTrue();
    assertThat(verificar(outside).getString("rotura.falla")).isEqualTo("ANCLA");
  }

  @Test
  void walksChainsThatAreLongerThanOneChunk() throws SQLException {
    // Given
    database.transaction(
        connection -> {
          for (int i = 0; i < 2_345; i++) {
            Auditoria.anotar(connection, asiento("servicio/Larga", "motivo"));
          }
          return true;
        });
    assertThat(verificar(null).getLong("revisados")).isEqualTo(2_350);
    // When one of the last chunk is changed
    tablas.tamper("update auditoria set motivo = 'otro' where numero = 2222");
    // Then
    assertThat(verificar(null).getLong("rotura.numero")).isEqualTo(2_222);
  }

  @Test
  void keepsOneChainWhenManyWriteAtOnce() throws Exception {
    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        String objeto = "servicio/" + writer;
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 25; i++) {
                    anotar(objeto, "a la vez");
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    // Then
    JsonPath verificacion = verificar(null);
    assertThat(verificacion.getBoolean("integra")).isTrue();
    assertThat(verificacion.getLong("revisados")).isEqualTo(205);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update auditoria set motivo = 'otro'",
        "delete from auditoria where numero = 5",
        "truncate auditoria"
      })
  void refusesEveryStatementButInsert(String sql) {
    assertThatThrownBy(() -> tablas.execute(sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("auditoria only grows");
    assertThat(verificar(null).getLong("revisados")).isEqualTo(5);
  }

  @Test
  void listsTheNewestFirstPageByPage() throws SQLException {
    // Given
    database.transaction(
        connection -> {
          Auditoria.anotar(
              connection,
              new Asiento(
                  "otra", "PAUSA", "servicio/Par", "", JsonNodeFactory.instance.objectNode()));
          return true;
        });
    // When, Then
    given()
        .queryParam("limite", 2)
        .get("/auditoria/recientes")
        .then()
        .statusCode(200)
        .body("asientos.numero", contains(6, 5))
        .body("siguiente", equalTo(5));
    given()
        .queryParam("antes", 5)
        .queryParam("objeto", "servicio/Par")
        .get("/auditoria/recientes")
        .then()
        .statusCode(200)
        .body("asientos.numero", contains(4, 2))
        .body("siguiente", nullValue());
    given()
        .queryParam("quien", "otra")
        .get("/auditoria/recientes")
        .then()
        .statusCode(200)
        .body("asientos.numero", contains(6));
    given()
        .queryParam("accion", "PAUSA", "OTRA")
        .get("/auditoria/recientes")
        .then()
        .statusCode(200)
        .body("asientos.numero", contains(6));
    given().queryParam("antes", 0).get("/auditoria/recientes").then().statusCode(400);
  }

  @Test
  void listsTheEntriesOfOneObjectPageByPage() {
    given()
        .queryParam("objeto", "servicio/Impar")
        .queryParam("limite", 2)
        .get("/auditoria")
        .then()
        .statusCode(200)
        .body("asientos.numero", contains(1, 3))
        .body("asientos[0].detalle.valor", equalTo("ñ"))
        .body("siguiente", equalTo(3));
    given()
        .queryParam("objeto", "servicio/Impar")
        .queryParam("limite", 2)
        .queryParam("despues", 3)
        .get("/auditoria")
        .then()
        .body("asientos.numero", contains(5))
        .body("siguiente", nullValue());
    when().get("/auditoria").then().body("asientos.numero", contains(1, 2, 3, 4, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5:abc", "0:" + CERO, "-1:" + CERO, "x:" + CERO})
  void refusesAHeadThatIsNotWrittenAsOne(String hasta) {
    given()
        .queryParam("hasta", hasta)
        .get("/auditoria/verificacion")
        .then()
        .statusCode(400)
        .body("detail", containsString("hasta"));
  }

  private static final String CERO =
      "0000000000000000000000000000000000000000000000000000000000000000";

  private static JsonPath verificar(@Nullable String hasta) {
    return given()
        .queryParam("hasta", hasta == null ? "" : hasta)
        .get("/auditoria/verificacion")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void anotar(String objeto, String motivo) throws SQLException {
    database.transaction(
        connection -> {
          Auditoria.anotar(connection, asiento(objeto, motivo));
          return true;
        });
  }

  private static Asiento asiento(String objeto, String motivo) {
    return new Asiento(
        "Ana Ruiz",
        "PRUEBA",
        objeto,
        motivo,
        JsonNodeFactory.instance.objectNode().put("valor", "ñ"));
  }
}
