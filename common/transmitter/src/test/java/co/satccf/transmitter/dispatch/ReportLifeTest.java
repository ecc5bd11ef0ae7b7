package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO_CON_ALERTA;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.sandbox.ministerio.EmpleadorEnSat;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.TipoFalla;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Escenario.Fila;
import co.satccf.transmitter.Escenario.Intento;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.movimientos.ReenviosProgramados;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.retencion.Depuracion;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each move of a report's life, with a live Ministry (rules 4 to 7). */
@QuarkusTest
class ReportLifeTest {

  /** As sat.incierto.espera says. */
  private static final Duration ESPERA_INCIERTO = Duration.ofMillis(500);

  private static final Duration UN_ANO = Duration.ofDays(365);

  @Inject Escenario escenario;
  @Inject Cifrados cifrados;
  @Inject ReenviosProgramados reenvios;
  @Inject Database database;
  @Inject Settlement settlement;
  @Inject Esperas esperas;
  @Inject Envio envio;
  @Inject Tokens tokens;
  @Inject SatConfig config;
  @Inject Depuracion depuracion;
  @Inject Resguardo resguardo;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void isAcceptedWithTheBodyThatStandsInTheStore() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    Fila fila = escenario.espera(hecho, ACEPTADO);
    assertThat(fila.codigo()).isEqualTo("200");
    assertThat(fila.origen()).isEqualTo("SAT");
    assertThat(escenario.intentos(hecho)).containsExactly(new Intento(1, "ACEPTADO", true));
    assertThat(escenario.libro(hecho))
        .singleElement()
        .satisfies(
            entrada ->
                assertThat(entrada.cuerpo().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(cuerpo(hecho)));
  }

  @Test
  void isAcceptedWithAnAlert() {
    // Given
    escenario.ministerio().modo(Map.of("proporcionAlertas", 1));
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    assertThat(escenario.espera(hecho, ACEPTADO_CON_ALERTA).codigo()).isEqualTo("AN01");
  }

  @Test
  void goesInTheOrderOfItsKey() {
    // Given
    String empleador = escenario.empleadorEnSat();
    Hecho primero = Hecho.primeraVez(empleador);
    Hecho segundo = Hecho.desafiliacion(empleador);
    Hecho tercero = Hecho.primeraVez(empleador).cambiando("\"2026-03-01\"", "\"2026-07-01\"");
    // When
    escenario.publicar(primero, segundo, tercero);
    // Then
    escenario.espera(tercero, ACEPTADO);
    assertThat(escenario.ministerio().libro())
        .extracting(EntradaDelLibro::radicado)
        .containsExactly(primero.radicado(), segundo.radicado(), tercero.radicado());
  }

  @Test
  void holdsItsFollowerWhenTheMinistryRefusesIt() {
    // Given
    escenario.ministerio().modo(Map.of("proporcionGlosas", 1));
    String empleador = escenario.empleadorEnSat();
    Hecho primero = Hecho.primeraVez(empleador);
    Hecho segundo = Hecho.desafiliacion(empleador);
    // When
    escenario.publicar(primero, segundo);
    // Then
    assertThat(escenario.espera(primero, GLOSADO).codigo()).isEqualTo("GN03");
    Fila follower = escenario.recibido(segundo);
    assertThat(follower.estado()).isEqualTo(PENDIENTE);
    assertThat(follower.bloqueo()).isEqualTo("REPORTE_ANTERIOR");
    assertThat(escenario.libro(segundo)).isEmpty();
  }

  @Test
  void waitsForAPersonOnACodeNobodyKnowsAndHoldsItsFollower() {
    // Given
    escenario
        .ministerio()
        .fallas(Fallas.con(Falla.de(TipoFalla.CODIGO_DESCONOCIDO).enLasSiguientes(1)));
    String empleador = escenario.empleadorEnSat();
    Hecho primero = Hecho.primeraVez(empleador);
    Hecho segundo = Hecho.desafiliacion(empleador);
    // When
    escenario.publicar(primero, segundo);
    // Then
    assertThat(escenario.espera(primero, POR_CONFIRMAR).codigo()).isEqualTo("ZZ99");
    assertThat(escenario.recibido(segundo).bloqueo()).isEqualTo("REPORTE_ANTERIOR");
    assertThat(
            escenario.numero(
                "select count(*) from reporte where radicado = ? and no_antes = 'infinity'",
                primero.radicado()))
        .isOne();
  }

  @Test
  void goesAgainUnchangedWhenTheDelayOfItsCodeIsOver() throws SQLException {
    // Given an employer that the Ministry does not know yet
    String nit = Hecho.nit();
    escenario.inscribir(nit);
    Hecho hecho = Hecho.desafiliacion(nit);
    escenario.publicar(hecho);
    assertThat(escenario.espera(hecho, GLOSADO).codigo()).isEqualTo("GN02");
    // When it does
    escenario.ministerio().incorporar(new EmpleadorEnSat("NI", nit, "0", "05"));
    escenario.ejecutar("update reporte set no_antes = now() where no_antes < 'infinity'");
    assertThat(reenvios.reenviar()).isEqualTo(1);
    // Then
    escenario.espera(hecho, ACEPTADO);
    assertThat(escenario.libro(hecho))
        .extracting(EntradaDelLibro::codigo)
        .containsExactly("GN02", "200");
    assertThat(escenario.libro(hecho))
        .extracting(EntradaDelLibro::cuerpo)
        .hasSize(2)
        .containsOnly(escenario.libro(hecho).getFirst().cuerpo());
  }

  @Test
  void isInferredAcceptedWhenItWasProcessedBeforeTheConnectionBroke() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    cortar(TipoFalla.REINICIO_DESPUES, hecho);
    // When
    escenario.publicar(hecho);
    // Then it is sent again, not before the wait is over, with the same body, and taken for done
    Fila fila = escenario.espera(hecho, ACEPTADO);
    assertThat(fila.codigo()).isEqualTo("GN01");
    assertThat(escenario.intentos(hecho))
        .containsExactly(new Intento(1, "INCIERTO", true), new Intento(2, "YA_REPORTADO", true));
    List<EntradaDelLibro> libro = escenario.libro(hecho);
    assertThat(libro).hasSize(2);
    assertThat(libro.getLast().cuerpo()).isEqualTo(libro.getFirst().cuerpo());
    assertThat(between(libro)).isGreaterThanOrEqualTo(ESPERA_INCIERTO);
    assertThat(escenario.ministerio().resumen().dobles()).isZero();
  }

  @Test
  void isAcceptedWhenTheConnectionBrokeBeforeItWasProcessed() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    cortar(TipoFalla.REINICIO_ANTES, hecho);
    // When
    escenario.publicar(hecho);
    // Then
    assertThat(escenario.espera(hecho, ACEPTADO).codigo()).isEqualTo("200");
    assertThat(escenario.libro(hecho)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MANTENIMIENTO", "TRUNCADA", "NO_JSON", "DESMEDIDA"})
  void isUncertainAfterAnAnswerThatCannotBeRead(TipoFalla tipo) {
    // Given
    Hecho hecho = Hecho.primeraVez();
    escenario
        .ministerio()
        .fallas(Fallas.con(Falla.de(tipo).soloRadicado(hecho.radicado()).enLasSiguientes(1)));
    // When
    escenario.publicar(hecho);
    // Then
    escenario.espera(hecho, INCIERTO);
    escenario.espera(hecho, ACEPTADO);
    assertThat(escenario.intentos(hecho))
        .extracting(Intento::veredicto)
        .first()
        .isEqualTo("INCIERTO");
  }

  @Test
  void isLeftToAPersonWhenAnotherRefusalFollowsAnUncertainAttempt() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    cortar(TipoFalla.REINICIO_ANTES, hecho);
    escenario.ministerio().modo(Map.of("proporcionGlosas", 1));
    // When
    escenario.publicar(hecho);
    // Then
    Fila fila = escenario.espera(hecho, POR_CONFIRMAR);
    assertThat(fila.codigo()).isEqualTo("GN03");
    assertThat(fila.dudoso()).isTrue();
  }

  @Test
  void isNotTakenForAcceptedWhenTheMinistryKnowsItsRadicadoFromElsewhere() {
    // Given a report that the Ministry took from somebody else
    Hecho hecho = Hecho.primeraVez();
    escenario.publicar(hecho);
    escenario.espera(hecho, ACEPTADO);
    escenario.ejecutar("truncate reporte, cuerpo, intento, evento");
    // When
    Hecho otro = Hecho.primeraVez().conRadicado(hecho.radicado());
    escenario.publicar(otro);
    // Then
    assertThat(escenario.espera(otro, POR_CONFIRMAR).codigo()).isEqualTo("GN01");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void waitsAsLongAsTheMinistryAsks(int estado) {
    // Given
    Hecho hecho = Hecho.primeraVez();
    escenario
        .ministerio()
        .fallas(Fallas.con(Falla.http(estado).conRetryAfter(1).enLasSiguientes(1)));
    // When
    escenario.publicar(hecho);
    // Then
    Fila fila = escenario.espera(hecho, ACEPTADO);
    assertThat(fila.dudoso()).isFalse();
    assertThat(escenario.intentos(hecho))
        .containsExactly(new Intento(1, "REINTENTABLE", true), new Intento(2, "ACEPTADO", true));
    assertThat(between(escenario.libro(hecho))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void countsItsFailuresInARowUntilTheMinistryIsBack() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    escenario.ministerio().fallas(Fallas.con(Falla.http(503).enLasSiguientes(3)));
    // When
    escenario.publicar(hecho);
    // Then
    Fila fila = escenario.espera(hecho, ACEPTADO);
    assertThat(fila.intento()).isEqualTo(4);
    assertThat(fila.fallos()).isZero();
    assertThat(fila.dudoso()).isFalse();
  }

  @Test
  void goesAgainAfterTheMinistryRefusedConnections() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    escenario.ministerio().fallas(Fallas.ninguna().rechazandoConexiones(700));
    // When
    escenario.publicar(hecho);
    // Then
    assertThat(escenario.espera(hecho, ACEPTADO).dudoso()).isFalse();
    assertThat(escenario.libro(hecho)).hasSize(1);
  }

  @Test
  void isUncertainWhenItsClaimerDied() {
    // Given a report that a process has claimed and that nobody settles
    Hecho hecho = claimedByAnother();
    // When its lease ends
    escenario.ejecutar("update reporte set arriendo_hasta = now() - interval '1 second'");
    // Then
    escenario.espera(hecho, INCIERTO);
    assertThat(escenario.intentos(hecho)).containsExactly(new Intento(1, "SIN_RESPUESTA", true));
    assertThat(escenario.libro(hecho)).isEmpty();
  }

  @Test
  void isSentAgainAfterItsClaimerDied() {
    // Given
    Hecho hecho = claimedByAnother();
    escenario.ejecutar("update reporte set arriendo_hasta = now() - interval '1 second'");
    escenario.espera(hecho, INCIERTO);
    // When
    escenario.soltar();
    // Then
    Fila fila = escenario.espera(hecho, ACEPTADO);
    assertThat(fila.dudoso()).isTrue();
    assertThat(fila.intento()).isEqualTo(2);
  }

  @Test
  void isSettledByALateAnswerWhenNobodyClaimedItAgain() throws SQLException {
    // Given
    Hecho hecho = received();
    ReporteReclamado first = claim();
    escenario.ejecutar("update reporte set arriendo_hasta = now() - interval '1 second'");
    escenario.espera(hecho, INCIERTO);
    // When
    settle(first, new Veredicto.Aceptado("200", "Recibido"));
    // Then
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(ACEPTADO);
    assertThat(escenario.intentos(hecho))
        .containsExactly(new Intento(1, "SIN_RESPUESTA", true), new Intento(1, "ACEPTADO", true));
  }

  @Test
  void keepsALateAnswerButIsNotMovedByItOnceClaimedAgain() throws SQLException {
    // Given
    Hecho hecho = received();
    ReporteReclamado first = claim();
    escenario.ejecutar("update reporte set arriendo_hasta = now() - interval '1 second'");
    escenario.espera(hecho, INCIERTO);
    escenario.ejecutar("update reporte set no_antes = now()");
    ReporteReclamado second = claim();
    // When
    settle(first, new Veredicto.Glosado("GN03", "No"));
    // Then
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(EN_VUELO);
    assertThat(escenario.intentos(hecho))
        .containsExactly(new Intento(1, "SIN_RESPUESTA", true), new Intento(1, "GLOSADO", false));
    assertThat(second.dudoso()).isTrue();
    // And the newer attempt decides
    settle(second, new Veredicto.YaReportado("GN01", "Ya existe"));
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(ACEPTADO);
  }

  @Test
  void aLateAnswerThatComesAfterThePurgeIsPurgedTheNextTime() throws Exception {
    // Given a report that was accepted long ago and purged
    Hecho hecho = received();
    ReporteReclamado claimed = claim();
    settle(claimed, new Veredicto.Aceptado("200", "Recibido"));
    escenario.ejecutar(
        "update reporte set desde = now() - interval '2 years' where radicado = ?",
        hecho.radicado());
    depuracion.depurar(UN_ANO);
    // When one more answer comes
    Cifrado answer =
        resguardo.cerrar(
            "Recibido".getBytes(StandardCharsets.UTF_8),
            Lugar.respuesta(hecho.servicio(), hecho.radicado(), 1));
    settle(claimed, new Veredicto.Aceptado("200", "Recibido"), answer);
    assertThat(answersKept()).isOne();
    // Then
    assertThat(depuracion.depurar(UN_ANO).respuestas()).isOne();
    assertThat(answersKept()).isZero();
    assertThat(depuracion.depurar(UN_ANO).reportes()).isZero();
  }

  private long answersKept() {
    return escenario.numero("select count(*) from intento where respuesta is not null");
  }

  @Test
  void isGivenBackUnsentWhenTooLittleOfItsLeaseIsLeft() throws Exception {
    // Given a claim that has waited so long that its answer could come after the lease
    Hecho hecho = received();
    ReporteReclamado claimed = claim();
    Duration waited = config.ministerio().plazo().plusSeconds(1);
    // When
    envio.liquidar(
        envio.llamar(
            claimed,
            tokens.vigente(AFILIACION_PRIMERA_VEZ),
            System.nanoTime() - waited.toNanos(),
            0));
    // Then
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE);
    assertThat(escenario.libro(hecho)).isEmpty();
  }

  @Test
  void staysFinalWhateverComesLater() throws SQLException {
    // Given
    Hecho hecho = received();
    ReporteReclamado claimed = claim();
    settle(claimed, new Veredicto.Aceptado("200", "Recibido"));
    // When
    settle(claimed, new Veredicto.Glosado("GN03", "No"));
    // Then
    Fila fila = escenario.recibido(hecho);
    assertThat(fila.estado()).isEqualTo(ACEPTADO);
    assertThat(fila.codigo()).isEqualTo("200");
  }

  @Test
  void tellsEachOutcomeOnceWithAGrowingRevision() {
    // Given a relay that another replica's duty holds, so that the outbox stays
    Hecho hecho = Hecho.primeraVez();
    cortar(TipoFalla.REINICIO_DESPUES, hecho);
    escenario.ejecutar(
        """
        insert into relevo values ('sat-AFILIACION', gen_random_uuid(), now() + interval '1 minute')
        on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
        """);
    try {
      // When
      escenario.publicar(hecho);
      escenario.espera(hecho, ACEPTADO);
      // Then
      assertThat(
              escenario.filas(
                  "select type, payload->>'revision' from salida where aggregateid = ? order by id",
                  row -> row.getString(1) + " " + row.getString(2),
                  hecho.radicado()))
          .containsExactly(
              "co.satccf.resultado.recibido.v1 1",
              "co.satccf.resultado.incierto.v1 2",
              "co.satccf.resultado.aceptado.v1 3");
    } finally {
      escenario.ejecutar("delete from relevo");
    }
    // And the outbox drains once the duty is free
    hasta(() -> assertThat(escenario.numero("select count(*) from salida")).isZero());
  }

  private void cortar(TipoFalla tipo, Hecho hecho) {
    escenario
        .ministerio()
        .fallas(Fallas.con(Falla.de(tipo).soloRadicado(hecho.radicado()).enLasSiguientes(1)));
  }

  private Hecho received() {
    escenario.detener();
    Hecho hecho = Hecho.primeraVez();
    escenario.publicar(hecho);
    escenario.recibido(hecho);
    return hecho;
  }

  private Hecho claimedByAnother() {
    Hecho hecho = received();
    claim();
    return hecho;
  }

  private ReporteReclamado claim() {
    try {
      return database
          .transaction(
              connection ->
                  DispatchStatements.claim(
                      connection, AFILIACION_PRIMERA_VEZ, List.of(4), 1, Duration.ofMinutes(1)))
          .getFirst();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void settle(ReporteReclamado claimed, Veredicto veredicto) throws SQLException {
    settle(claimed, veredicto, null);
  }

  private void settle(ReporteReclamado claimed, Veredicto veredicto, @Nullable Cifrado answer)
      throws SQLException {
    settlement.settle(
        List.of(
            new Desenlace(
                claimed,
                Liquidacion.de(veredicto, claimed, esperas),
                new Respuesta(
                    Respuesta.nombre(veredicto), 200, answer, Duration.ZERO, data -> {}))));
  }

  private byte[] cuerpo(Hecho hecho) {
    return cifrados.cuerpo(hecho.servicio(), hecho.radicado()).getBytes(StandardCharsets.UTF_8);
  }

  private static Duration between(List<EntradaDelLibro> libro) {
    return Duration.between(
        Instant.parse(libro.getFirst().instante()), Instant.parse(libro.getLast().recibido()));
  }
}
