package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Escenario.hasta;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.decision.Decisiones;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Seguidor;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that comes after a person, or a correction, has moved its report on (rule 6). */
@QuarkusTest
class RespuestaTardiaTest {

  private static final Orden ORDEN = new Orden("Ana Operadora", "caso 7");
  private static final String R1 = "1001";
  private static final String R2 = "1002";
  private static final Veredicto ACEPTADO = new Veredicto.Aceptado("200", "Recibido");

  @Inject Banco banco;
  @Inject Decisiones decisiones;
  @Inject AnswerStore respuestas;
  @Inject Database database;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1, 2);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDIENTE", "GLOSADO"})
  void anAcceptanceSettlesWhatAPersonHadDecidedOtherwise(EstadoReporte decidido) throws Exception {
    // Given one that was lost and decided, and one behind it
    ReporteReclamado perdido = perdido();
    decidir(decidido);
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then it does not go again, and the next one has the turn
    assertThat(banco.fila(DESAFILIACION, R1))
        .isEqualTo(new Banco.Fila(EstadoReporte.ACEPTADO, null, 1, 4, false, "200", null));
    assertThat(banco.reclamarUno(DESAFILIACION).reporte().radicado()).isEqualTo(R2);
    JsonNode resultado = banco.resultados(R1).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado.aceptado.v1");
    assertThat(resultado.path("revision").asInt()).isEqualTo(4);
    assertThat(aplicados()).isEqualTo("SIN_RESPUESTA:t,ACEPTADO:t");
  }

  @Test
  void anAcceptanceWithAnAlertSettlesItToo() throws Exception {
    ReporteReclamado perdido = perdido();
    decidir(EstadoReporte.PENDIENTE);
    banco.liquidar(perdido, new Veredicto.AceptadoConAlerta("AN01", "Con alerta"));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.ACEPTADO_CON_ALERTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GE05", "GN03"})
  void aRefusalIsKeptAndThePersonsDecisionStands(String codigo) throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    decidir(EstadoReporte.PENDIENTE);
    // When
    banco.liquidar(perdido, new Veredicto.Glosado(codigo, "No"));
    // Then it goes again, and its own answer decides
    assertThat(aplicados()).isEqualTo("SIN_RESPUESTA:t,GLOSADO:f");
    ReporteReclamado otraVez = banco.reclamarUno(DESAFILIACION);
    assertThat(otraVez.intento()).isEqualTo(2);
    assertThat(otraVez.dudoso()).isTrue();
  }

  @Test
  void onceClaimedAgainTheNewerAttemptDecides() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    decidir(EstadoReporte.PENDIENTE);
    ReporteReclamado otraVez = banco.reclamarUno(DESAFILIACION);
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.EN_VUELO);
    banco.liquidar(otraVez, new Veredicto.YaReportado("GN01", "Ya existe"));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.ACEPTADO);
  }

  @Test
  void aPersonLooksAtOneWhoseAcceptedBodyWasCorrectedMeanwhile() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    corregida(1);
    // When
    banco.liquidar(perdido, ACEPTADO);
    // And once more, for a settlement is repeated whose commit was not heard of
    banco.liquidar(perdido, ACEPTADO);
    // Then the correction does not go to where its report is already
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.POR_CONFIRMAR);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    JsonNode resultado = banco.resultados(R1).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado.por-confirmar.v1");
    assertThat(resultado.path("codigo").asText()).isEqualTo("200");
    assertThat(resultado.path("mensaje").asText()).contains("versión 1").contains("versión 2");
    // And she may say so
    decisiones.decidir(DESAFILIACION, R1, EstadoReporte.ACEPTADO, "200", "constancia", ORDEN);
    assertThat(banco.reclamarUno(DESAFILIACION).reporte().radicado()).isEqualTo(R2);
  }

  @Test
  void behindAnotherOfTheKeyThatItWasCorrectedToItIsHeldForAPerson() throws Exception {
    // Given
    banco.recibir(desafiliacion("otra", "2001", 2, "2026-11-01"));
    ReporteReclamado perdido = perdido();
    corregida(2);
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then it keeps its place
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.PENDIENTE);
    assertThat(banco.fila(DESAFILIACION, R1).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    assertThat(aplicados()).isEqualTo("SIN_RESPUESTA:t,ACEPTADO:f");
    // And does not go when its turn comes: the Ministry has it
    banco.ejecutar(
        "update reporte set estado = 'EN_VUELO', arriendo_hasta = now() where radicado = '2001'");
    banco.vencer(DESAFILIACION);
    decisiones.decidir(DESAFILIACION, "2001", EstadoReporte.ACEPTADO, null, "constancia", ORDEN);
    assertThat(banco.fila(DESAFILIACION, R1).bloqueo()).isEqualTo(Bloqueo.POSIBLE_DUPLICADO);
    // Until she says so
    decisiones.liberar(DESAFILIACION, R1, ORDEN);
    assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue();
  }

  @Test
  void whatReplacedItUnderANewRadicadoIsHeldForAPerson() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    decidir(EstadoReporte.PENDIENTE);
    banco.recibir(
        desafiliacion("c1", "3001", 1, "2026-11-10")
            .con("fechaSolicitud", "2026-10-05")
            .corrige(R1));
    hasta(() -> assertThat(banco.fila(DESAFILIACION, "3001").listo()).isTrue());
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.fila(DESAFILIACION, "3001").bloqueo()).isEqualTo(Bloqueo.POSIBLE_DUPLICADO);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
    JsonNode resultado = banco.resultados("3001").getLast();
    assertThat(resultado.path("bloqueo").asText()).isEqualTo("POSIBLE_DUPLICADO");
    assertThat(resultado.path("mensaje").asText()).contains(R1);
    assertThat(resultado.path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void whatReplacedItAndHasGoneMayBeAccepted() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    ReporteReclamado nuevo = reemplazoEnVuelo();
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then
    assertThat(banco.fila(DESAFILIACION, "3001").estado()).isEqualTo(EstadoReporte.EN_VUELO);
    banco.liquidar(nuevo, ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, "3001").estado()).isEqualTo(EstadoReporte.ACEPTADO);
  }

  @ParameterizedTest
  @MethodSource("sinRespuestaUtil")
  void whatReplacedItAndHasGoneDoesNotGoAgain(Veredicto veredicto) throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    ReporteReclamado nuevo = reemplazoEnVuelo();
    banco.liquidar(perdido, ACEPTADO);
    // When
    banco.liquidar(nuevo, veredicto);
    banco.ejecutar(
        "update reporte set no_antes = now() where radicado = '3001' and no_antes < 'infinity'");
    // Then
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
  }

  static List<Veredicto> sinRespuestaUtil() {
    return List.of(
        new Veredicto.Incierto("SIN_RESPUESTA", false),
        new Veredicto.Reintentable("HTTP_503", null, true));
  }

  @Test
  void whatReplacedItAndMayBeThereIsForAPersonToo() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    banco.liquidar(reemplazoEnVuelo(), new Veredicto.Incierto("SIN_RESPUESTA", false));
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then
    assertThat(banco.fila(DESAFILIACION, "3001").estado()).isEqualTo(EstadoReporte.POR_CONFIRMAR);
    assertThat(banco.resultados("3001").getLast().path("mensaje").asText()).contains(R1);
  }

  @ParameterizedTest
  @MethodSource("sinRespuestaUtil")
  void aCorrectedVersionThatHasGoneDoesNotGoAgain(Veredicto veredicto) throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    corregida(1);
    ReporteReclamado corregido = banco.reclamarUno(DESAFILIACION);
    banco.liquidar(perdido, ACEPTADO);
    // When
    banco.liquidar(corregido, veredicto);
    banco.ejecutar(
        "update reporte set no_antes = now() where radicado = ? and no_antes < 'infinity'", R1);
    // Then
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
  }

  @Test
  void aCorrectedVersionThatMayBeThereIsForAPersonToo() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    corregida(1);
    banco.liquidar(
        banco.reclamarUno(DESAFILIACION), new Veredicto.Incierto("SIN_RESPUESTA", false));
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.POR_CONFIRMAR);
  }

  @Test
  void releasedOneWhoseAnswerWasLostStillWaitsItsTime() throws Exception {
    // Given what replaced an accepted one, held while its own answer was lost
    ReporteReclamado perdido = perdido();
    ReporteReclamado nuevo = reemplazoEnVuelo();
    banco.liquidar(perdido, ACEPTADO);
    banco.liquidar(nuevo, new Veredicto.Incierto("SIN_RESPUESTA", false));
    // When
    decisiones.liberar(DESAFILIACION, "3001", ORDEN);
    // Then as one that nobody held
    assertThat(
            banco.valor(
                """
                select no_antes > now() and no_antes < 'infinity' from reporte where radicado = '3001'
                """))
        .isEqualTo("t");
  }

  @Test
  void anAcceptanceThatTheStoreRefusesStillHoldsWhatReplacedIt() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    banco.liquidar(reemplazoEnVuelo(), new Veredicto.Incierto("SIN_RESPUESTA", false));
    banco.ejecutar(
        "alter table reporte add constraint impedido check (estado <> 'POR_CONFIRMAR') not valid");
    try {
      // When
      respuestas.store(banco.desenlace(perdido, ACEPTADO));
    } finally {
      banco.ejecutar("alter table reporte drop constraint impedido");
    }
    // Then
    assertThat(banco.valor("select no_antes from reporte where radicado = '3001'"))
        .isEqualTo("infinity");
  }

  @Test
  void anAcceptanceThatTheStoreRefusesStillHoldsTheCorrectionBack() throws Exception {
    // Given a store that does not take what the acceptance makes of the corrected report
    ReporteReclamado perdido = perdido();
    corregida(1);
    banco.ejecutar(
        "alter table reporte add constraint impedido check (estado <> 'POR_CONFIRMAR') not valid");
    try {
      // When
      respuestas.store(banco.desenlace(perdido, ACEPTADO));
    } finally {
      banco.ejecutar("alter table reporte drop constraint impedido");
    }
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).bloqueo()).isEqualTo(Bloqueo.POSIBLE_DUPLICADO);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
    assertThat(aplicados()).isEqualTo("SIN_RESPUESTA:t,ACEPTADO:f");
  }

  private ReporteReclamado reemplazoEnVuelo() throws Exception {
    decidir(EstadoReporte.PENDIENTE);
    banco.recibir(desafiliacion("c1", "3001", 1, "2026-11-10").corrige(R1));
    hasta(() -> assertThat(banco.fila(DESAFILIACION, "3001").listo()).isTrue());
    return banco.reclamarUno(DESAFILIACION);
  }

  @Test
  void waitsForTheNewKeyOfItsReportWithoutAnEmployerInHand() throws Exception {
    // Given a report that a correction has put under another key, which somebody else holds
    ReporteReclamado perdido = perdido();
    corregida(2);
    UUID llave = UUID.fromString(banco.valor("select llave from reporte where radicado = ?", R1));
    try (ExecutorService replica = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> liquidando =
          database.transaction(
              connection -> {
                Locks.turns(connection, Set.of(llave), Set.of(), false);
                // When
                Future<?> esperando =
                    replica.submit(
                        () -> {
                          banco.liquidar(perdido, ACEPTADO);
                          return null;
                        });
                // Then keys come before employers: no circle of waiting can close
                hasta(() -> assertThat(esperanUnaLlave("true")).isEqualTo("1"));
                assertThat(
                        esperanUnaLlave(
                            """
                            exists (select from pg_locks e where e.pid = k.pid and e.locktype = 'advisory'
                              and e.classid = 2 and e.granted)
                            """))
                    .isEqualTo("0");
                return esperando;
              });
      liquidando.get();
    }
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.POR_CONFIRMAR);
  }

  private String esperanUnaLlave(String condicion) throws SQLException {
    return banco.valor(
        """
        select count(*) from pg_locks k where k.locktype = 'advisory' and k.classid = 1 and not k.granted and %s
        """
            .formatted(condicion));
  }

  @Test
  void oneThatWasWithdrawnStaysSoAndTheAcceptanceIsKept() throws Exception {
    // Given
    ReporteReclamado perdido = perdido();
    decisiones.retirar(DESAFILIACION, R1, Seguidor.LIBERAR, ORDEN);
    // When
    banco.liquidar(perdido, ACEPTADO);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.RETIRADO);
    assertThat(aplicados()).isEqualTo("SIN_RESPUESTA:t,ACEPTADO:f");
  }

  /** The head of a key with one behind it, whose lease has ended. */
  private ReporteReclamado perdido() throws Exception {
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-11"));
    ReporteReclamado perdido =
        banco.reclamar(DESAFILIACION).stream()
            .filter(reclamado -> reclamado.reporte().radicado().equals(R1))
            .findFirst()
            .orElseThrow();
    banco.vencer(DESAFILIACION);
    return perdido;
  }

  private void decidir(EstadoReporte estado) throws SQLException {
    decisiones.decidir(DESAFILIACION, R1, estado, null, "llamada al Ministerio", ORDEN);
  }

  private void corregida(int empleador) throws Exception {
    banco.recibir(
        desafiliacion("c1", R1, empleador, "2026-11-10")
            .con("fechaSolicitud", "2026-10-05")
            .corrige(R1));
    decidir(EstadoReporte.PENDIENTE);
    hasta(() -> assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2));
  }

  private String aplicados() throws SQLException {
    return banco.valor(
        """
        select string_agg(i.veredicto || ':' || left(i.aplicado::text, 1), ',' order by i.instante)
        from intento i join reporte r on r.id = i.reporte where r.radicado = ?
        """,
        R1);
  }
}
