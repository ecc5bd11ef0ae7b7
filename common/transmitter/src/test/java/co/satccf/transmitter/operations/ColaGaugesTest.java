package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static co.satccf.model.estado.EstadoReporte.RETIRADO;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.estado.Bloqueo;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ColaGaugesTest {

  @Inject Tablas tablas;
  @Inject ColaGauges gauges;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.execute("delete from correccion where topico = 'sat.prueba'");
    tablas.letGo();
    gauges.refresh();
  }

  @Test
  void showsTheUnfinishedQueueByService() throws SQLException {
    // Given
    tablas.reporte(DESAFILIACION, "L-1", PENDIENTE);
    tablas.reporte(DESAFILIACION, "L-2", PENDIENTE);
    tablas.execute(
        "update reporte set recibido = now() - interval '1 hour' where radicado = 'L-2'");
    tablas.reporte(DESAFILIACION, "B-1", PENDIENTE, Bloqueo.REPORTE_ANTERIOR, null);
    tablas.reporte(DESAFILIACION, "B-2", PENDIENTE, Bloqueo.EMPLEADOR_NO_INCORPORADO, null);
    tablas.execute("update reporte set recibido = now() - interval '1 day' where radicado = 'B-2'");
    tablas.reporte(DESAFILIACION, "V-1", EN_VUELO);
    tablas.reporte(DESAFILIACION, "A-1", ACEPTADO);
    tablas.execute(
        "update reporte set vence = now() - interval '1 day' where radicado in ('V-1', 'A-1')");
    tablas.execute("update reporte set vence = now() + interval '1 hour' where radicado = 'B-2'");
    tablas.execute(
        "update despacho set puerta = 'HTTP-403', puerta_hasta = now() + interval '1 hour' where"
            + " servicio = 'Desafiliacion'");
    tablas.execute("update despacho set pausado = false where servicio = 'EstadoPagoEmpleador'");
    tablas.execute(
        "insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)"
            + " values ('x', 'x', 'x', '{}', 'sat.resultados', 'x')");
    // When
    gauges.refresh();
    List<String> metrics =
        when().get("/q/metrics").then().statusCode(200).extract().asString().lines().toList();
    // Then
    assertThat(metrics)
        .contains(
            "sat_listos{servicio=\"Desafiliacion\"} 2.0",
            "sat_listos{servicio=\"EstadoPagoEmpleador\"} 0.0",
            "sat_bloqueados{causa=\"REPORTE_ANTERIOR\",servicio=\"Desafiliacion\"} 1.0",
            "sat_bloqueados{causa=\"POSIBLE_DUPLICADO\",servicio=\"Desafiliacion\"} 0.0",
            "sat_bloqueados{causa=\"EMPLEADOR_NO_INCORPORADO\",servicio=\"Desafiliacion\"} 1.0",
            "sat_en_vuelo{servicio=\"Desafiliacion\"} 1.0",
            "sat_puerta_cerrada{servicio=\"Desafiliacion\"} 1.0",
            "sat_puerta_cerrada{servicio=\"EstadoPagoEmpleador\"} 0.0",
            "sat_pausado{servicio=\"Desafiliacion\"} 1.0",
            "sat_pausado{servicio=\"EstadoPagoEmpleador\"} 0.0",
            "sat_edad_listo_segundos{servicio=\"EstadoPagoEmpleador\"} 0.0",
            "sat_vencidos{servicio=\"Desafiliacion\"} 1.0",
            "sat_por_vencer{servicio=\"Desafiliacion\"} 1.0",
            "sat_vencidos{servicio=\"EstadoPagoEmpleador\"} 0.0",
            "sat_salida_pendiente 1.0");
    assertThat(value(metrics, "sat_edad_listo_segundos{servicio=\"Desafiliacion\"} "))
        .isBetween(3_600.0, 3_700.0);
  }

  @Test
  void followsTheQueueDown() throws SQLException {
    // Given
    tablas.reporte(DESAFILIACION, "L-1", PENDIENTE);
    gauges.refresh();
    // When
    tablas.execute("update reporte set estado = 'RETIRADO'");
    gauges.refresh();
    // Then
    assertThat(when().get("/q/metrics").asString().lines())
        .contains("sat_listos{servicio=\"Desafiliacion\"} 0.0");
  }

  @Test
  void countsWhatAPersonHasToLookAt() throws SQLException {
    // Given
    tablas.execute("delete from correccion");
    tablas.reporte(DESAFILIACION, "V-1", EN_VUELO);
    correccion("en-bandeja", "A-1", "EN_BANDEJA");
    correccion("sin-original", "NO-HA-LLEGADO", "EN_ESPERA");
    correccion("tambien-sin-original", "NO-HA-LLEGADO", "EN_ESPERA");
    correccion("espera-la-respuesta", "V-1", "EN_ESPERA");
    correccion("aplicada", "A-2", "APLICADA");
    tablas.execute(
        """
        insert into cuarentena (topico, particion, posicion, motivos, bytes, huella, estado, desde)
        values ('sat.prueba', 0, 1, '[]', 0, '', 'ABIERTA', null),
               ('sat.prueba', 0, 2, '[]', 0, '', 'DESCARTADA', now())
        """);
    // When
    gauges.refresh();
    // Then
    assertThat(when().get("/q/metrics").asString().lines())
        .contains(
            "sat_correcciones{estado=\"EN_BANDEJA\"} 1.0",
            "sat_correcciones{estado=\"SIN_ORIGINAL\"} 2.0",
            "sat_cuarentena_abierta 1.0");
  }

  @Test
  void countsWhatOnlyAPersonCanMove() throws SQLException {
    // Given
    tablas.reporte(DESAFILIACION, "C-1", POR_CONFIRMAR);
    tablas.reporte(DESAFILIACION, "C-2", POR_CONFIRMAR);
    tablas.reporte(DESAFILIACION, "I-1", INCIERTO);
    tablas.execute("update reporte set no_antes = 'infinity' where radicado = 'I-1'");
    tablas.reporte(DESAFILIACION, "VA-DE-NUEVO", INCIERTO);
    // When
    gauges.refresh();
    // Then
    assertThat(when().get("/q/metrics").asString().lines())
        .contains(
            "sat_por_decidir{estado=\"POR_CONFIRMAR\",servicio=\"Desafiliacion\"} 2.0",
            "sat_por_decidir{estado=\"INCIERTO\",servicio=\"Desafiliacion\"} 1.0",
            "sat_por_decidir{estado=\"INCIERTO\",servicio=\"EstadoPagoEmpleador\"} 0.0");
  }

  @Test
  void whatIsToBeNoticedOnceIsThereFromTheStart() {
    assertThat(when().get("/q/metrics").asString().lines())
        .contains("sat_archivo_ilegible{archivo=\"llavero\"} 0.0")
        .anyMatch(linea -> linea.startsWith("sat_lector_saltos_total{topico=\"sat.afiliacion\"}"))
        .anyMatch(
            linea ->
                linea.startsWith(
                    "sat_cuerpos_cerrados_total{motivo=\"ALTERADO\",servicio=\"Desafiliacion\"}"));
  }

  @Test
  void countsWhatTheMinistryAcceptedTooLate() throws SQLException {
    // Given
    aceptadoTarde(tablas.reporte(DESAFILIACION, "R-1", RETIRADO));
    aceptadoTarde(tablas.reporte(DESAFILIACION, "A-1", ACEPTADO));
    // When
    gauges.refresh();
    // Then what shows as accepted is nobody's concern
    assertThat(when().get("/q/metrics").asString().lines())
        .contains("sat_aceptados_sin_efecto 1.0");
  }

  private void aceptadoTarde(long reporte) throws SQLException {
    tablas.execute(
        """
        insert into intento (reporte, numero, version, veredicto, codigo, aplicado)
        values (?, 1, 1, 'ACEPTADO', '200', false)
        """,
        reporte);
  }

  private void correccion(String evento, String original, String estado) throws SQLException {
    tablas.execute(
        """
        insert into correccion (servicio, original, radicado, evento_source, evento_id, topico, particion, posicion,
          bytes, huella, quien, estado)
        values ('Desafiliacion', ?, ?, 'prueba', ?, 'sat.prueba', 0, 0, 0, '', 'erp', ?)
        """,
        original,
        original,
        evento,
        estado);
  }

  private static double value(List<String> metrics, String prefix) {
    return metrics.stream()
        .filter(line -> line.startsWith(prefix))
        .mapToDouble(line -> Double.parseDouble(line.substring(prefix.length())))
        .findFirst()
        .orElseThrow();
  }
}
