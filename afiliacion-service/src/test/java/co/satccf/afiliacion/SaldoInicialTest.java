package co.satccf.afiliacion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The opening balance from a file. */
@QuarkusTest
class SaldoInicialTest {

  private static final String CSV = "text/csv";
  private static final String ENCABEZADO = "tipo,numero,serialSAT,departamento,fecha\n";

  @Inject Database database;

  @TestHTTPResource URI servicio;

  @BeforeEach
  void nobodyIsInSat() throws SQLException {
    for (String tabla : List.of("saldo_inicial", "saldo_inicial_mala", "empleador_sat")) {
      database.transaction(c -> c.createStatement().executeUpdate("delete from " + tabla));
    }
  }

  @Test
  void takesTheGoodLinesAndTellsTheBadOnesByNumberAndReason() throws SQLException {
    // Given
    String archivo =
        ENCABEZADO
            + "NI,900000001,0,05,2021-07-29\n"
            + "\n"
            + "XX,900000002,0,05,2021-07-29\n"
            + "NI,9OOOOOO03,0,05,2021-07-29\n"
            + "\"CC\", 71000004 ,,11,2021-07-29\r\n"
            + "NI,900000005,12345,05,2021-07-29\n"
            + "NI,900000006,0,00,2021-07-29\n"
            + "NI,900000007,0,05,2021-02-30\n"
            + "NI,900000008,0,05,2999-01-01\n"
            + "NI,900000009,0,05\n"
            + "NI,900000001,0,05,2021-07-29";
    // When
    String respuesta =
        enviar("mezcla.csv", CSV, archivo)
            .statusCode(200)
            .body("lineas", equalTo(12))
            .body("incorporados", equalTo(2))
            .body("yaEstaban", equalTo(1))
            .body("malas", equalTo(7))
            .body("primerasMalas.linea", equalTo(List.of(4, 5, 7, 8, 9, 10, 11)))
            .body(
                "primerasMalas.codigo",
                equalTo(
                    List.of(
                        "TIPO", "NUMERO", "SERIAL", "DEPARTAMENTO", "FECHA", "FECHA", "COLUMNAS")))
            .body("terminado", notNullValue())
            .extract()
            .asString();
    // Then
    assertThat(respuesta).doesNotContain("900000002", "9OOOOOO03", "71000004");
    assertThat(registro()).containsExactly("05 INCORPORADO 1", "11 INCORPORADO 1");
    String malas =
        given()
            .get("/empleadores/saldo-inicial/{archivo}/malas", "mezcla.csv")
            .then()
            .statusCode(200)
            .contentType(CSV)
            .extract()
            .asString();
    assertThat(malas.lines()).hasSize(8).element(1).asString().startsWith("4,TIPO,\"el tipo");
  }

  @Test
  void takesNdjsonAndSemicolonsToo() throws SQLException {
    enviar(
            "saldo.ndjson",
            "application/x-ndjson",
            """
            {"tipo": "NI", "numero": 900000001, "serialSAT": "0", "departamento": "05", "fecha": "2021-07-29"}
            no es json
            {"tipo": "NI", "numero": ["900000002"], "departamento": "05", "fecha": "2021-07-29"}
            """)
        .statusCode(200)
        .body("incorporados", equalTo(1))
        .body("primerasMalas.codigo", equalTo(List.of("JSON_ILEGIBLE", "JSON_ILEGIBLE")));
    enviar(
            "excel.csv",
            CSV,
            "\uFEFFfecha;departamento;serialSAT;numero;tipo\r\n2021-07-29;11;0;900000003;NI\r\n")
        .statusCode(200)
        .body("incorporados", equalTo(1));
    assertThat(registro()).containsExactly("05 INCORPORADO 1", "11 INCORPORADO 1");
  }

  @Test
  void sendingTheSameFileAgainChangesNothingAndAnotherContentIsRefused() throws SQLException {
    // Given
    String archivo = ENCABEZADO + lineas(1, 2_500);
    String primera = enviar("saldo.csv", CSV, archivo).statusCode(200).extract().asString();
    // When, Then
    assertThat(enviar("saldo.csv", CSV, archivo).statusCode(200).extract().asString())
        .isEqualTo(primera);
    for (String otro :
        List.of(
            archivo + "NI,900999999,0,05,2021-07-29\n",
            ENCABEZADO + lineas(1, 2_499),
            ENCABEZADO + lineas(2, 2_500),
            ENCABEZADO.replace(',', ';'))) {
      enviar("saldo.csv", CSV, otro)
          .statusCode(409)
          .contentType("application/problem+json")
          .body("detail", containsString("otro contenido"));
    }
    enviar("saldo.csv", "application/x-ndjson", archivo).statusCode(409);
    assertThat(registro()).hasSize(2_500).containsOnly("05 INCORPORADO 1");
    // When the same employers come under another name
    enviar("otro.csv", CSV, archivo)
        .statusCode(200)
        .body("incorporados", equalTo(0))
        .body("yaEstaban", equalTo(2_500));
    assertThat(registro()).containsOnly("05 INCORPORADO 1");
  }

  @Test
  void goesOnWhereACutRequestStopped() throws Exception {
    // Given a request that ends in the middle of a line
    String archivo = ENCABEZADO + lineas(1, 5_000);
    byte[] bytes = archivo.getBytes(StandardCharsets.UTF_8);
    cut(bytes, bytes.length * 7 / 10);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get("/empleadores/saldo-inicial/cortado.csv")
                    .then()
                    .statusCode(200)
                    .body("lineas", equalTo(3_000))
                    .body("terminado", nullValue()));
    assertThat(registro()).hasSize(2_999);
    // When
    enviar("cortado.csv", CSV, archivo)
        .statusCode(200)
        .body("lineas", equalTo(5_001))
        .body("incorporados", equalTo(5_000))
        .body("yaEstaban", equalTo(0))
        .body("malas", equalTo(0));
    // Then
    assertThat(registro()).hasSize(5_000).containsOnly("05 INCORPORADO 1");
    given()
        .queryParam("objeto", "saldo-inicial/cortado.csv")
        .get("/auditoria")
        .then()
        .body(
            "asientos.accion", equalTo(List.of("SALDO_INICIAL_EMPIEZA", "SALDO_INICIAL_TERMINA")));
  }

  @Test
  void twoRequestsWithTheSameFileDoNoLineTwice() throws SQLException {
    // Given
    String archivo = ENCABEZADO + lineas(1, 20_000);
    // When
    List<Integer> estados =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> enviar("doble.csv", CSV, archivo).extract().statusCode()))
            .limit(3)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    // Then
    assertThat(estados).contains(200).isSubsetOf(200, 409);
    enviar("doble.csv", CSV, archivo)
        .statusCode(200)
        .body("incorporados", equalTo(20_000))
        .body("yaEstaban", equalTo(0));
    assertThat(registro()).hasSize(20_000).containsOnly("05 INCORPORADO 1");
  }

  @Test
  void refusesAFileThatIsNone() {
    enviar("vacio.csv", CSV, "").statusCode(422);
    enviar("sin.csv", CSV, "NI,900000001,0,05,2021-07-29\n" + lineas(2, 3_000))
        .statusCode(422)
        .body("detail", containsString("tipo,numero,serialSAT,departamento,fecha"));
    given().get("/empleadores/saldo-inicial/sin.csv").then().statusCode(404);
    enviar("../x", CSV, ENCABEZADO).statusCode(400).body("detail", containsString("'archivo'"));
  }

  private static ValidatableResponse enviar(String nombre, String tipo, String contenido) {
    return given()
        .header("Content-Type", tipo)
        .queryParam("archivo", nombre)
        .body(contenido.getBytes(StandardCharsets.UTF_8))
        .post("/empleadores/saldo-inicial")
        .then();
  }

  private static String lineas(int desde, int cuantas) {
    return IntStream.range(desde, desde + cuantas)
        .mapToObj(i -> "NI,%d,0,05,2021-07-29\n".formatted(900_000_000 + i))
        .collect(Collectors.joining());
  }

  /** Sends the beginning of a body and hangs up. */
  private void cut(byte[] bytes, int sent) throws IOException {
    try (Socket socket = new Socket(servicio.getHost(), servicio.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /empleadores/saldo-inicial?archivo=cortado.csv HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Type: text/csv\r
          Content-Length: %d\r
          \r
          """
              .formatted(IdentidadDePrueba.administrador(), bytes.length)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, 0, sent);
      out.flush();
    }
  }

  private List<String> registro() throws SQLException {
    return database.transaction(
        connection -> {
          try (ResultSet row =
              connection
                  .createStatement()
                  .executeQuery(
                      "select departamento || ' ' || estado || ' ' || version from empleador_sat order by 1")) {
            List<String> filas = new ArrayList<>();
            while (row.next()) {
              filas.add(row.getString(1));
            }
            return filas;
          }
        });
  }
}
