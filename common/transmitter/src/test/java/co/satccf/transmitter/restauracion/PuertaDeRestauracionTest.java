package co.satccf.transmitter.restauracion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Hilos;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people may ask while the store is not known to be complete (rule 16). */
@QuarkusTest
class PuertaDeRestauracionTest {

  @Inject Comparacion comparacion;
  @Inject Reaplicacion reaplicacion;
  @Inject Pasado pasado;
  @Inject Database database;
  @Inject FamiliaDeServicios familia;

  @BeforeEach
  void theStoreIsStillCompared() {
    Restauracion closed =
        new Restauracion(
            comparacion,
            reaplicacion,
            pasado,
            database,
            new Hilos(),
            true,
            Duration.ofHours(1),
            familia);
    QuarkusMock.installMockForType(closed, Restauracion.class);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /reportes/Desafiliacion/1001/reenviar",
    "POST, /reportes/Desafiliacion/1001/correcciones",
    "POST, /reenvios",
    "POST, /correcciones/1/descartar",
    "POST, /cuarentena/1/reprocesar",
    "POST, /servicios/pausar",
    "PUT, /servicios/Desafiliacion/cupo"
  })
  void nothingIsChangedUntilItIs(String metodo, String ruta) {
    request()
        .request(metodo, ruta)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .contentType(containsString("application/problem+json"))
        .body("codigo", equalTo("ALMACEN_INCOMPLETO"))
        .body("detail", containsString("aún no se envía"));
  }

  @ParameterizedTest
  @CsvSource({"GET, /conteos", "GET, /servicios", "POST, /consultas", "POST, /validaciones"})
  void readingIsAnswered(String metodo, String ruta) {
    request().request(metodo, ruta).then().statusCode(not(equalTo(503)));
  }

  private static RequestSpecification request() {
    return given().contentType(ContentType.JSON).body("{\"motivo\":\"caso 7\"}");
  }
}
