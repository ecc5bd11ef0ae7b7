package co.satccf.transmitter.movimientos;

import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static co.satccf.transmitter.Eventos.estadoPago;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.dispatch.ReporteReclamado;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 13: the newest payment state of an employer wins, but never over one on the wire. */
@QuarkusTest
class SupersesionTest {

  private static final String LUNES = "2026-11-16T10:00:00Z";
  private static final String MARTES = "2026-11-17T10:00:00Z";
  private static final String JUEVES = "2026-11-19T10:00:00Z";

  private static final String P1 = "2001";
  private static final String P2 = "2002";
  private static final String P3 = "2003";

  @Inject Banco banco;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void aNewerOneTakesThePlaceOfAPendingOne() throws Exception {
    banco.recibir(estadoPago("e1", P1, 1, LUNES));
    banco.recibir(estadoPago("e2", P2, 1, MARTES));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).listo()).isTrue();
    assertThat(banco.resultados(P1).getLast().path("type").asText())
        .isEqualTo("co.satccf.resultado.sustituido.v1");
    assertThat(banco.resultados(P1).getLast().path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void ofOneBatchOnlyTheNewestGoesOnWhateverTheOrder() throws Exception {
    banco.recibir(
        estadoPago("e1", P1, 1, MARTES),
        estadoPago("e2", P2, 1, JUEVES),
        estadoPago("e3", P3, 1, LUNES));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).listo()).isTrue();
    assertThat(estado(P3)).isEqualTo(EstadoReporte.SUSTITUIDO);
  }

  @Test
  void anOlderOneThatComesLateIsSustituidoOnArrivalEvenAfterTheNewerWasAccepted() throws Exception {
    banco.recibir(estadoPago("e1", P1, 1, MARTES));
    banco.liquidar(
        banco.reclamarUno(ESTADO_PAGO_EMPLEADOR), new Veredicto.Aceptado("200", "Recibido"));
    banco.recibir(estadoPago("e2", P2, 1, LUNES));
    assertThat(estado(P2)).isEqualTo(EstadoReporte.SUSTITUIDO);
  }

  @Test
  void takesThePlaceOfAGlosadoOne() throws Exception {
    banco.recibir(estadoPago("e1", P1, 1, LUNES).con("estadoPago", "IMPOSIBLE"));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.GLOSADO);
    banco.recibir(estadoPago("e2", P2, 1, MARTES));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).listo()).isTrue();
  }

  @Test
  void waitsBehindOneOnTheWireAndGoesWhenThatWasAccepted() throws Exception {
    // Given
    banco.recibir(estadoPago("e1", P1, 1, LUNES));
    ReporteReclamado enVuelo = banco.reclamarUno(ESTADO_PAGO_EMPLEADOR);
    // When
    banco.recibir(estadoPago("e2", P2, 1, MARTES));
    // Then
    assertThat(estado(P1)).isEqualTo(EstadoReporte.EN_VUELO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    banco.liquidar(enVuelo, new Veredicto.Aceptado("200", "Recibido"));
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).listo()).isTrue();
  }

  @Test
  void takesThePlaceOfOneThatComesBackFromTheWireUnprocessed() throws Exception {
    banco.recibir(estadoPago("e1", P1, 1, LUNES));
    ReporteReclamado enVuelo = banco.reclamarUno(ESTADO_PAGO_EMPLEADOR);
    banco.recibir(estadoPago("e2", P2, 1, MARTES));
    banco.liquidar(enVuelo, new Veredicto.Reintentable("CONEXION_RECHAZADA", null, false));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).listo()).isTrue();
  }

  @Test
  void takesThePlaceOfOneThatTheMinistryRefused() throws Exception {
    banco.recibir(estadoPago("e1", P1, 1, LUNES));
    ReporteReclamado enVuelo = banco.reclamarUno(ESTADO_PAGO_EMPLEADOR);
    banco.recibir(estadoPago("e2", P2, 1, MARTES));
    banco.liquidar(enVuelo, new Veredicto.Glosado("GN03", "No cumple"));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).listo()).isTrue();
  }

  @Test
  void neverTakesThePlaceOfOneThatMayHaveBeenProcessed() throws Exception {
    banco.recibir(estadoPago("e1", P1, 1, LUNES));
    ReporteReclamado enVuelo = banco.reclamarUno(ESTADO_PAGO_EMPLEADOR);
    banco.liquidar(enVuelo, new Veredicto.Incierto("CORTE", false));
    banco.recibir(estadoPago("e2", P2, 1, MARTES));
    assertThat(estado(P1)).isEqualTo(EstadoReporte.INCIERTO);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, P2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
  }

  private EstadoReporte estado(String radicado) throws SQLException {
    return banco.fila(ESTADO_PAGO_EMPLEADOR, radicado).estado();
  }
}
