package co.satccf.afiliacion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.azar.Estropeador;
import co.satccf.sandbox.azar.PeticionesAlAzar;
import co.satccf.sandbox.azar.PeticionesAlAzar.Balance;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a file of the opening balance or a request says, it is taken or refused with a reason.
 */
@QuarkusTest
class EntradasAlAzarTest {

  private static final int LINEAS = 2_500;

  @Inject Database database;

  @TestHTTPResource("/")
  URI servicio;

  // Not @TestHTTPResource(management = true): it does not know a port that a test resource chose.
  @ConfigProperty(name = "quarkus.management.test-port")
  int gestion;

  @BeforeEach
  void nobodyIsInSat() throws SQLException {
    for (String tabla : List.of("saldo_inicial", "saldo_inicial_mala", "empleador_sat")) {
      database.transaction(c -> c.createStatement().executeUpdate("delete from " + tabla));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv             | tipo,numero,serialSAT,departamento,fecha | %s,%s,%s,%s,%s",
        "text/csv             | fecha;departamento;serialSAT;numero;tipo | %5$s;%4$s;%3$s;\"%2$s\";%1$s",
        "application/x-ndjson | {} | {\"tipo\":\"%s\",\"numero\":\"%s\",\"serialSAT\":\"%s\",\"departamento\":\"%s\",\"fecha\":\"%s\"}"
      })
  void takesOrTellsEveryLineOfAFile(String tipo, String primera, String forma) {
    // Given
    Estropeador azar = new Estropeador();
    ByteArrayOutputStream archivo = new ByteArrayOutputStream();
    archivo.writeBytes(primera.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < Estropeador.veces(LINEAS); i++) {
      archivo.write('\n');
      archivo.writeBytes(azar.estropear(linea(azar, forma, i)));
    }
    // When
    JsonPath tomado =
        given()
            .contentType(tipo)
            .queryParam("archivo", "azar.txt")
            .body(archivo.toByteArray())
            .post("/empleadores/saldo-inicial")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    // Then
    assertThat(tomado.getLong("lineas"))
        .isEqualTo(archivo.toString(StandardCharsets.ISO_8859_1).split("\n", -1).length);
    assertThat(tomado.getLong("incorporados")).isGreaterThan(100);
    assertThat(tomado.getLong("malas")).isGreaterThan(100);
    String malas =
        given().get("/empleadores/saldo-inicial/azar.txt/malas").then().extract().asString();
    assertThat(malas.lines()).hasSize(tomado.getInt("malas") + 1);
    assertThat(malas.lines().skip(1))
        .allMatch(mala -> mala.matches("[0-9]+,[A-Z_0-9]+,\"[^\"]+\""));
    assertThat(malas).doesNotContain(Estropeador.PERSONAL);
  }

  @Test
  void answersEveryRequestWithSenseOrWithAReason() throws Exception {
    // When
    Balance balance =
        new PeticionesAlAzar(
                servicio,
                gestion,
                Map.of(
                    "archivo", List.of("uno.csv", "dos"),
                    "tipo", List.of("NI", "CC"),
                    "numero", List.of("900000001", "71000004"),
                    "serialSAT", List.of("0", ""),
                    "departamento", List.of("05", "11"),
                    "motivo", List.of("una prueba")))
            .pedir(400, ruta -> ruta.startsWith("/empleadores"));
    // Then
    assertThat(balance.fallas()).isEmpty();
    assertThat(balance.estados()).containsKeys(200, 400, 404);
  }

  private static String linea(Estropeador azar, String forma, int i) {
    Object[] celdas = {"NI", 900_000_000 + i, "0", "05", "2021-07-29"};
    if (azar.porciento(30)) {
      celdas[i % celdas.length] = azar.porciento(50) ? azar.texto() : Estropeador.PERSONAL;
    }
    return forma.formatted(celdas);
  }
}
