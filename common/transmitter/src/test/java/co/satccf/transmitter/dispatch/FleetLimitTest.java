package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_NO_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.TipoFalla;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may send, how much at once, and what first (rules 3, 4 and 8). */
@QuarkusTest
class FleetLimitTest {

  private static final String SERVICIO = AFILIACION_PRIMERA_VEZ.nombre();

  /** The default of sat.freno.umbral. */
  private static final long UMBRAL = 150;

  @Inject Escenario escenario;
  @Inject Database database;
  @Inject GuardedCalls calls;
  @Inject Envio envio;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    escenario.olvidarGlosas();
    escenario.terminar();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void usesItsCupoAndNeverMore(int cupo) {
    // Given
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(30)));
    List<Hecho> hechos =
        readyWithCupo(cupo, Stream.generate(Hecho::primeraVez).limit(20 * cupo).toList());
    // When
    escenario.soltar();
    // Then
    awaitAccepted(hechos);
    assertThat(escenario.ministerio().resumen().concurrenciaMaxima()).isEqualTo(cupo);
  }

  @Test
  void countsInItsCupoWhatAnotherReplicaHasInFlight() {
    // Given a cupo of two, one of which another replica has
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(30)));
    List<Hecho> hechos = readyWithCupo(2, Stream.generate(Hecho::primeraVez).limit(8).toList());
    Hecho other = hechos.getFirst();
    escenario.ejecutar(
        """
        update reporte set estado = 'EN_VUELO', intento = 1, arriendo_hasta = now() + interval '1 hour'
        where radicado = ?
        """,
        other.radicado());
    // When
    escenario.soltar();
    // Then
    awaitAccepted(hechos.subList(1, hechos.size()));
    assertThat(escenario.ministerio().resumen().concurrenciaMaxima()).isOne();
    escenario.ejecutar(
        "update reporte set estado = 'PENDIENTE', arriendo_hasta = null where radicado = ?",
        other.radicado());
  }

  @Test
  void keepsNoPlaceForAnAnswerThatTheStoreHasNotTakenYet() throws SQLException {
    // Given a cupo of one, and a store that takes no answer for the time being
    List<Hecho> hechos = readyWithCupo(1, Stream.generate(Hecho::primeraVez).limit(3).toList());
    database.transaction(
        connection -> {
          connection.createStatement().execute("lock table intento in share mode");
          // When
          escenario.soltar();
          // Then the next goes out when the Ministry has answered the one before
          hasta(() -> assertThat(escenario.ministerio().libro(SERVICIO)).hasSize(3));
          assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO)).isEqualTo(3);
          return true;
        });
    awaitAccepted(hechos);
    assertThat(escenario.ministerio().resumen().concurrenciaMaxima()).isOne();
  }

  @Test
  void fillsALargeCupoByMoreThanOneClaim() {
    // Given a Ministry that answers nothing
    escenario.ministerio().fallas(Fallas.con(Falla.de(TipoFalla.SIN_RESPUESTA).procesando(false)));
    List<Hecho> hechos = readyWithCupo(40, Stream.generate(Hecho::primeraVez).limit(40).toList());
    // When
    escenario.soltar();
    hasta(() -> assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO)).isEqualTo(40));
    // Then
    assertThat(
            escenario.numero(
                """
                select max(juntos) from (
                  select count(*) as juntos from reporte where estado = 'EN_VUELO' group by desde) reclamo
                """))
        .isBetween(1L, 20L);
    escenario.ministerio().sinFallas();
    awaitAccepted(hechos);
  }

  @Test
  void claimsAheadWhatGoesOutWhenCallsEnd() {
    // Given
    List<Hecho> hechos = fullAndMoreClaimedAhead();
    // When
    escenario.ministerio().sinFallas();
    // Then
    awaitAccepted(hechos);
    assertThat(escenario.ministerio().resumen().concurrenciaMaxima()).isEqualTo(8);
  }

  @Test
  void aPauseHoldsForWhatWasClaimedAhead() {
    // Given
    fullAndMoreClaimedAhead();
    // When
    escenario.detener();
    // Then only what is out comes back
    hasta(() -> assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO)).isZero());
    assertThat(escenario.ministerio().libro(SERVICIO)).hasSize(16);
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, ACEPTADO)).isEqualTo(16);
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, PENDIENTE)).isEqualTo(24);
  }

  /**
   * Eight were answered, eight are out and take their time, and some wait for a place of theirs.
   */
  private List<Hecho> fullAndMoreClaimedAhead() {
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(800)));
    List<Hecho> hechos = readyWithCupo(8, Stream.generate(Hecho::primeraVez).limit(40).toList());
    escenario.soltar();
    hasta(
        () ->
            assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO))
                .isGreaterThanOrEqualTo(8));
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(1_500)));
    hasta(
        () -> {
          assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, ACEPTADO)).isEqualTo(8);
          assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO)).isBetween(9L, 12L);
        });
    return hechos;
  }

  @Test
  void putsBackWhatItNeverSentWithoutADoubt() throws Exception {
    // Given a report that was claimed ahead
    Hecho hecho = readyWithCupo(8, List.of(Hecho.primeraVez())).getFirst();
    ReporteReclamado claimed =
        database.transaction(connection -> claim(connection, hecho.rezago()).getFirst());
    // When its turn is over before it has a place
    envio.devolver(claimed);
    // Then
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE);
    assertThat(escenario.numero("select count(*) from reporte where not dudoso")).isOne();
    assertThat(
            escenario.numero(
                "select count(*) from intento where mensaje = 'SIN_TURNO' and http is null"))
        .isOne();
    assertThat(escenario.ministerio().libro(SERVICIO)).isEmpty();
  }

  @Test
  void sendsNothingOfAServiceThatTheCronogramaKeepsClosedAndSaysUntilWhen() {
    // Given a service that opens on 1 March 2030 at 8:00 in Bogotá
    Hecho closed = Hecho.noPrimeraVez();
    Hecho open = Hecho.primeraVez();
    // When
    escenario.publicar(closed);
    escenario.recibido(closed);
    escenario.publicar(open);
    escenario.espera(open, ACEPTADO);
    // Then
    assertThat(escenario.recibido(closed).estado()).isEqualTo(PENDIENTE);
    assertThat(escenario.recibido(closed).bloqueo()).isNull();
    assertThat(escenario.ministerio().libro(AFILIACION_NO_PRIMERA_VEZ.nombre())).isEmpty();
    assertThat(escenario.tokenService().preguntas(AFILIACION_NO_PRIMERA_VEZ)).isEmpty();
    String service = "servicios.find { it.servicio == 'AfiliacionNoPrimeraVez' }.cronograma.";
    when()
        .get("/servicios")
        .then()
        .body(service + "configurado", equalTo(true))
        .body(service + "abierto", equalTo(false))
        .body(service + "hasta", equalTo("2030-03-01T13:00:05Z"))
        .body(service + "clasesAbiertas", empty());
  }

  @Test
  void claimsOnlyTheClassesThatAreOpen() throws SQLException {
    // Given one report of each class
    List<Hecho> hechos =
        readyWithCupo(
            8, Stream.of(1, 2, 3, 4).map(clase -> Hecho.primeraVez().conRezago(clase)).toList());
    // When
    List<ReporteReclamado> claimed =
        database.transaction(
            connection -> {
              List<ReporteReclamado> all = new ArrayList<>(claim(connection, 4));
              all.addAll(claim(connection, 2));
              return all;
            });
    // Then
    assertThat(claimed)
        .extracting(reclamado -> reclamado.reporte().radicado())
        .containsExactlyInAnyOrder(hechos.get(1).radicado(), hechos.get(3).radicado());
    escenario.ejecutar("update reporte set estado = 'PENDIENTE', arriendo_hasta = null");
  }

  private static List<ReporteReclamado> claim(Connection connection, int clase)
      throws SQLException {
    return DispatchStatements.claim(
        connection, AFILIACION_PRIMERA_VEZ, List.of(clase), 8, Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void givesTheBacklogItsShareAndTheRestToTheDay(int cupo) {
    // Given as much of the day as of the backlog; sat.rezago.porcentaje is 30
    List<Hecho> backlog =
        Stream.generate(Hecho::primeraVez).limit(90).map(h -> h.conRezago(1)).toList();
    List<Hecho> day = Stream.generate(Hecho::primeraVez).limit(90).toList();
    List<Hecho> all = new ArrayList<>(backlog);
    all.addAll(day);
    readyWithCupo(cupo, all);
    // When
    escenario.soltar();
    hasta(() -> assertThat(escenario.ministerio().libro(SERVICIO)).hasSizeGreaterThan(90));
    escenario.detener();
    // Then of the first 90 about 63 are of the day: within four standard deviations
    Set<String> radicados = day.stream().map(Hecho::radicado).collect(Collectors.toSet());
    long sent =
        escenario.ministerio().libro(SERVICIO).stream()
            .limit(90)
            .filter(entrada -> radicados.contains(entrada.radicado()))
            .count();
    assertThat(sent).isBetween(45L, 81L);
  }

  @Test
  void givesTheBacklogEverythingWhenTheDayHasNothing() {
    // Given
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(30)));
    List<Hecho> backlog =
        Stream.generate(Hecho::primeraVez).limit(20).map(h -> h.conRezago(2)).toList();
    readyWithCupo(4, backlog);
    // When
    escenario.soltar();
    // Then
    awaitAccepted(backlog);
    assertThat(escenario.ministerio().resumen().concurrenciaMaxima()).isEqualTo(4);
  }

  @Test
  void pausesAServiceThatGetsOneGlosaOverAndOver() {
    // Given
    escenario.ministerio().modo(Map.of("proporcionGlosas", 1));
    readyWithCupo(8, Stream.generate(Hecho::primeraVez).limit(400).toList());
    // When
    escenario.soltar();
    // Then it is paused with the reason, and most reports have been spared
    hasta(() -> assertThat(pausa()).isEqualTo("FRENO_DE_GLOSAS GN03"));
    hasta(
        () ->
            assertThat(escenario.numero("select count(*) from reporte where estado = 'EN_VUELO'"))
                .isZero());
    // Twice the threshold: a brake that learns only now of a resumption counts once more
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, GLOSADO))
        .isBetween(UMBRAL, 2 * UMBRAL + 16);
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, PENDIENTE)).isPositive();
    when()
        .get("/servicios")
        .then()
        .body(
            "servicios.find { it.servicio == 'AfiliacionPrimeraVez' }.pausa.desde", notNullValue());
  }

  @Test
  void goesOnWhereItWasPausedWhenAnOperatorResumesIt() {
    // Given
    List<Hecho> hechos = readyWithCupo(8, Stream.generate(Hecho::primeraVez).limit(10).toList());
    escenario.ejecutar(
        "update despacho set pausa_motivo = 'FRENO_DE_GLOSAS GN03', pausa_desde = now() where servicio = ?",
        SERVICIO);
    // When
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"Catálogo corregido\"}")
        .post("/servicios/AfiliacionPrimeraVez/reanudar")
        .then()
        .statusCode(200);
    // Then
    awaitAccepted(hechos);
  }

  @Test
  void goesOnByItselfAfterTheBreakerOpened() {
    // Given a Ministry that breaks every connection, until nobody calls it any more
    escenario.ministerio().fallas(Fallas.con(Falla.de(TipoFalla.REINICIO_ANTES)));
    List<Hecho> hechos = readyWithCupo(8, Stream.generate(Hecho::primeraVez).limit(40).toList());
    escenario.soltar();
    hasta(() -> assertThat(calls.allowed(AFILIACION_PRIMERA_VEZ, 0)).isZero());
    // When
    escenario.ministerio().sinFallas();
    // Then
    awaitAccepted(hechos);
  }

  private List<Hecho> readyWithCupo(int cupo, List<Hecho> hechos) {
    escenario.detener();
    escenario.cupo(cupo);
    escenario.publicar(hechos);
    hasta(
        () ->
            assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, PENDIENTE))
                .isEqualTo(hechos.size()));
    return hechos;
  }

  private void awaitAccepted(List<Hecho> hechos) {
    hasta(
        () ->
            assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, ACEPTADO))
                .isEqualTo(hechos.size()));
  }

  private String pausa() {
    return escenario
        .filas(
            "select coalesce(pausa_motivo, '') from despacho where servicio = ?",
            row -> row.getString(1),
            SERVICIO)
        .getFirst();
  }
}
