package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.DESAFILIACION;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConteosTest {

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
  void countsEveryReportOnce() throws SQLException {
    // Given one report of every state, one pending for every block, and a second ready one
    for (EstadoReporte estado : EstadoReporte.values()) {
      tablas.reporte(AFILIACION_PRIMERA_VEZ, estado.name(), estado);
    }
    for (Bloqueo bloqueo : Bloqueo.values()) {
      tablas.reporte(
          AFILIACION_PRIMERA_VEZ, bloqueo.name(), EstadoReporte.PENDIENTE, bloqueo, null);
    }
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "otro", EstadoReporte.PENDIENTE);
    // When
    JsonPath conteos = when().get("/conteos").then().statusCode(200).extract().jsonPath();
    // Then
    Map<String, Object> servicio = conteos.getMap("servicios.AfiliacionPrimeraVez");
    assertThat(servicio)
        .containsOnly(
            Map.entry("recibidos", 14),
            Map.entry("listos", 2),
            Map.entry(
                "bloqueados",
                Map.of(
                    "REPORTE_ANTERIOR",
                    1,
                    "ANTERIOR_RETIRADO",
                    1,
                    "POSIBLE_DUPLICADO",
                    1,
                    "EMPLEADOR_NO_INCORPORADO",
                    1)),
            Map.entry("enVuelo", 1),
            Map.entry("aceptados", 1),
            Map.entry("aceptadosConAlerta", 1),
            Map.entry("glosados", 1),
            Map.entry("inciertos", 1),
            Map.entry("porConfirmar", 1),
            Map.entry("retirados", 1),
            Map.entry("sustituidos", 1),
            Map.entry("simulados", 0),
            Map.entry(
                "terminos",
                Map.of("diasHabiles", 1, "porConfirmar", true, "vencidos", 0, "porVencer", 0)));
    assertThat(Instant.parse(conteos.getString("instante")))
        .isBeforeOrEqualTo(Instant.now().plusSeconds(1));
  }

  @Test
  void countsWhatIsOverdueOrSoonDueAndNotFinished() throws SQLException {
    // Given, of every state, one that is overdue, one that soon will be and one that has time
    for (EstadoReporte estado : EstadoReporte.values()) {
      for (String plazo : List.of("-1 minute", "3 hours", "5 hours")) {
        String radicado = estado + " " + plazo;
        tablas.reporte(AFILIACION_PRIMERA_VEZ, radicado, estado);
        tablas.execute(
            "update reporte set vence = now() + ?::interval where radicado = ?", plazo, radicado);
      }
    }
    tablas.reporte(DESAFILIACION, "sin término", EstadoReporte.PENDIENTE);
    // When, Then
    when()
        .get("/conteos")
        .then()
        .body("servicios.AfiliacionPrimeraVez.terminos.vencidos", equalTo(5))
        .body("servicios.AfiliacionPrimeraVez.terminos.porVencer", equalTo(5))
        .body("servicios.Desafiliacion.terminos.vencidos", equalTo(0))
        .body("servicios.Desafiliacion.terminos.porVencer", equalTo(0));
  }

  @Test
  void countsAGlosadoThatWaitsBehindAnotherAsGlosado() throws SQLException {
    // Given
    tablas.reporte(DESAFILIACION, "R-1", EstadoReporte.GLOSADO, Bloqueo.REPORTE_ANTERIOR, "GE02");
    // When, Then
    when()
        .get("/conteos")
        .then()
        .body("servicios.Desafiliacion.recibidos", equalTo(1))
        .body("servicios.Desafiliacion.glosados", equalTo(1))
        .body("servicios.Desafiliacion.listos", equalTo(0))
        .body("servicios.Desafiliacion.bloqueados.REPORTE_ANTERIOR", equalTo(0));
  }

  @Test
  void countsWhatIsNoReport() throws SQLException {
    // Given
    tablas.execute(
        """
        insert into evento (source, id, hash, destino, repeticiones) values
          ('e', '1', '', 'REPORTE', 2), ('e', '2', '', 'REPORTE', 1), ('e', '3', '', 'REPORTE', 0),
          ('e', '4', '', 'REGISTRO', 0), ('e', '5', '', 'REGISTRO', 0)
        """);
    tablas.execute(
        """
        insert into cuarentena (topico, particion, posicion, motivos, bytes, huella)
        values ('sat.prueba', 3, 40, '[]', 0, '')
        """);
    tablas.execute(
        """
        insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
        select 'x', 'x', 'x', '{}', 'sat.resultados', 'x' from generate_series(1, 4)
        """);
    tablas.execute(
        "insert into posicion (topico, particion, siguiente) values ('sat.prueba', 3, 41)");
    // When, Then
    when()
        .get("/conteos")
        .then()
        .statusCode(200)
        .body("cuarentena", equalTo(1))
        .body("repetidos", equalTo(3))
        .body("incorporados", equalTo(2))
        .body("salidaPendiente", equalTo(4))
        .body("intake.'sat.prueba-3'", equalTo(41));
  }

  @Test
  void tellsZeroForEachServiceOfTheFamilyAndNoOther() {
    // When
    JsonPath conteos = when().get("/conteos").jsonPath();
    // Then
    assertThat(conteos.getMap("servicios").keySet())
        .map(String::valueOf)
        .containsExactly(
            "AfiliacionPrimeraVez",
            "AfiliacionNoPrimeraVez",
            "Desafiliacion",
            "InicioRelacionLaboral",
            "TerminacionRelacionLaboral",
            "EstadoPagoEmpleador");
    assertThat(conteos.getInt("servicios.Desafiliacion.recibidos")).isZero();
  }
}
