package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.model.estado.EstadoReporte;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConteosAlCorteTest {

  private static final String CORTE = "2021-08-05T00:00:00-05:00";

  @Inject Tablas tablas;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.letGo();
  }

  @Test
  void countsWhatHadComeAndWhatHadEndedAndWhatHasMovedSince() throws SQLException {
    // Given, of every state: one that has been in it since before the cut-off, one that had come
    // by then, and one that came later
    for (EstadoReporte estado : EstadoReporte.values()) {
      reporte(estado, "antes", "2021-08-04 23:00", "2021-08-04 23:59:59.999999");
      reporte(estado, "cambió", "2021-08-04 23:59:59.999999", "2021-08-05 00:00");
      reporte(estado, "después", "2021-08-05 00:00", "2021-08-05 00:00");
    }
    // Then
    Map<String, Integer> servicio =
        given()
            .queryParam("instante", CORTE)
            .get("/conteos/al-corte")
            .then()
            .statusCode(200)
            .body("corte", equalTo("2021-08-05T05:00:00Z"))
            .body("servicios.Desafiliacion.recibidos", equalTo(0))
            .extract()
            .path("servicios.AfiliacionPrimeraVez");
    assertThat(servicio)
        .containsOnly(
            Map.entry("recibidos", 18),
            Map.entry("aceptados", 1),
            Map.entry("aceptadosConAlerta", 1),
            Map.entry("retirados", 1),
            Map.entry("sustituidos", 1),
            Map.entry("enCamino", 3),
            Map.entry("glosados", 1),
            Map.entry("porConfirmar", 1),
            Map.entry("cambiados", 9));
  }

  @Test
  void countsWhatIsNotOnKafkaYetAndWhatCouldNotBePlaced() throws SQLException {
    // Given
    tablas.execute(
        """
        insert into cuarentena (topico, particion, posicion, motivos, bytes, huella, instante) values
          ('sat.prueba', 3, 40, '[]', 1, 'a', '2021-08-04'), ('sat.prueba', 3, 40, '[]', 1, 'b', '2021-08-04'),
          ('sat.prueba', 3, 41, '[]', 1, 'a', '2021-08-06')
        """);
    tablas.execute(
        """
        insert into salida (aggregatetype, aggregateid, type, payload, topico, llave, instante)
        select 'x', 'x', 'x', '{}', 'sat.resultados', 'x', d::timestamptz
        from unnest(array['2021-08-04', '2021-08-06']) d
        """);
    // Then
    given()
        .queryParam("instante", CORTE)
        .get("/conteos/al-corte")
        .then()
        .statusCode(200)
        .body("cuarentena", equalTo(1))
        .body("salidaPendiente", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ayer", "1999-12-31T00:00:00Z", "+999999999-01-01T00:00:00Z"})
  void refusesWhatIsNoCutOff(String instante) {
    given()
        .queryParam("instante", instante)
        .get("/conteos/al-corte")
        .then()
        .statusCode(400)
        .body("codigo", equalTo("SOLICITUD_INCORRECTA"));
  }

  private void reporte(EstadoReporte estado, String que, String recibido, String desde)
      throws SQLException {
    String radicado = estado + " " + que;
    tablas.reporte(AFILIACION_PRIMERA_VEZ, radicado, estado);
    tablas.execute(
        """
        update reporte set recibido = ?::timestamp at time zone 'America/Bogota',
          desde = ?::timestamp at time zone 'America/Bogota'
        where radicado = ?
        """,
        recibido,
        desde,
        radicado);
  }
}
