package co.satccf.token.renewal;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.INICIO_RELACION_LABORAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.token.flota.Cliente;
import co.satccf.token.flota.Reclamo;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.ministerio.Respuesta.CredencialRechazada;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import co.satccf.token.prueba.Configuraciones;
import co.satccf.token.prueba.Montaje;
import co.satccf.token.prueba.TokenServiceTest;
import co.satccf.token.secretos.Credencial;
import co.satccf.token.vigente.TokenVigente;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several replicas over one database, and requests held at will. */
@QuarkusTest
class FlotaTest extends TokenServiceTest {

  private static final Duration VIDA = Duration.ofSeconds(1_199);
  private static final Duration POR_RENOVAR = Duration.ofSeconds(1_020);

  private final EnVuelo enVuelo = new EnVuelo();
  private final List<Credencial> usadas = new CopyOnWriteArrayList<>();
  private BiFunction<ServicioSat, Credencial, Respuesta> respuesta =
      (servicio, credencial) -> new Concedido("token-secreto-" + usadas.size(), VIDA);

  /** A renewal that outlives its test would put a token into the next one's fleet. */
  @AfterEach
  void endWithTheDatabaseAndNoRenewalUnderWay() {
    InfraDePrueba.arrancarBaseDeDatos();
    enVuelo.esperar(Duration.ofMinutes(1));
  }

  @Test
  void manyCallersOfThreeReplicasCauseOneRequest() throws Exception {
    // Given
    CountDownLatch puerta = new CountDownLatch(1);
    respuesta =
        (servicio, credencial) -> {
          esperar(puerta);
          return new Concedido("el-unico", VIDA);
        };
    List<Replica> replicas = List.of(replica(), replica(), replica());

    // When
    List<Future<TokenVigente>> llamadas = new ArrayList<>();
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        Replica suya = replicas.get(i % replicas.size());
        llamadas.add(hilos.submit(() -> suya.token(DESAFILIACION)));
      }
      await().until(() -> usadas.size() == 1);
      puerta.countDown();
      for (Future<TokenVigente> llamada : llamadas) {
        // Then
        assertThat(llamada.get().token()).isEqualTo("el-unico");
      }
    }
    assertThat(usadas).hasSize(1);
  }

  @Test
  void whileOneRenewsTheOthersHandOutTheOldTokenAndThenTheNew() throws Exception {
    // Given
    Replica una = replica();
    Replica otra = replica();
    String viejo = una.token(DESAFILIACION).token();
    reloj.avanzar(POR_RENOVAR);
    CountDownLatch puerta = new CountDownLatch(1);
    respuesta =
        (servicio, credencial) -> {
          esperar(puerta);
          return new Concedido("nuevo", VIDA);
        };

    // When
    una.token(DESAFILIACION);
    await().until(() -> usadas.size() == 2);

    // Then
    assertThat(otra.token(DESAFILIACION).token()).isEqualTo(viejo);
    puerta.countDown();
    await().until(filas()::puertaLibre);
    assertThat(otra.token(DESAFILIACION).token()).isEqualTo("nuevo");
    assertThat(usadas).hasSize(2);
  }

  @Test
  void aRestartAsksForNoNewToken() throws Exception {
    // Given
    String token = replica().token(DESAFILIACION).token();

    // When
    String despues = replica().token(DESAFILIACION).token();

    // Then
    assertThat(despues).isEqualTo(token);
    assertThat(usadas).hasSize(1);
  }

  @Test
  void aRefusedPasswordIsTriedByNoOtherReplicaNorAfterARestart() {
    // Given
    respuesta = (servicio, credencial) -> new CredencialRechazada();
    Replica una = replica();
    Replica otra = replica();
    assertThat(una.codigo(DESAFILIACION)).isEqualTo("CREDENCIAL_RECHAZADA");

    // When
    reloj.avanzar(Duration.ofDays(30));
    Replica nueva = replica();

    // Then
    for (ServicioSat servicio : ServicioSat.values()) {
      for (Replica replica : List.of(una, otra, nueva)) {
        assertThat(replica.codigo(servicio)).isEqualTo("CREDENCIAL_RECHAZADA");
      }
    }
    assertThat(usadas).hasSize(1);
    assertThat(otra.credencial.rechazadaDesde()).isPresent();
  }

  @Test
  void sevenServicesOfThreeReplicasTryAWrongPasswordOnce() throws Exception {
    // Given
    respuesta = (servicio, credencial) -> new CredencialRechazada();
    List<Future<String>> codigos = new ArrayList<>();

    // When
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        Replica replica = replica();
        for (ServicioSat servicio : ServicioSat.values()) {
          codigos.add(hilos.submit(() -> replica.codigo(servicio)));
        }
      }
    }

    // Then
    for (Future<String> codigo : codigos) {
      assertThat(codigo.get()).isEqualTo("CREDENCIAL_RECHAZADA");
    }
    assertThat(usadas).hasSize(1);
  }

  @Test
  void aChangedPasswordTakesEffectWithoutARestartAndOpensTheGate() {
    // Given
    respuesta =
        (servicio, credencial) ->
            credencial.clave().equals("la-nueva")
                ? new Concedido("con-la-nueva", VIDA)
                : new CredencialRechazada();
    Replica replica = replica();
    replica.codigo(DESAFILIACION);

    // When
    Montaje.DEL_SERVICIO.credencial("900000001", "la-nueva");

    // Then
    assertThat(replica.codigo(DESAFILIACION)).isEmpty();
    assertThat(replica.codigo(INICIO_RELACION_LABORAL)).isEmpty();
    assertThat(replica.credencial.rechazadaDesde()).isEmpty();

    // When a replica whose mount is behind still has the old one, it does not try it again
    Montaje.DEL_SERVICIO.restaurar();
    int antes = usadas.size();
    assertThat(replica().codigo(DESAFILIACION)).isEqualTo("CREDENCIAL_RECHAZADA");
    assertThat(usadas).hasSize(antes);
  }

  @Test
  void theDatabaseKnowsARefusedPasswordUnderARotatedKeyToo() {
    // Given
    respuesta = (servicio, credencial) -> new CredencialRechazada();
    Replica replica = replica();
    replica.codigo(DESAFILIACION);

    // When
    Montaje.DEL_SERVICIO.llavero("actual = k2\n" + Montaje.CLAVES);

    // Then
    assertThat(replica.codigo(DESAFILIACION)).isEqualTo("CREDENCIAL_RECHAZADA");
    assertThat(usadas).hasSize(1);
  }

  @Test
  void theBackoffIsTheFleets() {
    // Given
    respuesta = (servicio, credencial) -> new SinRespuesta("HTTP_500", Duration.ofSeconds(90));
    replica().codigo(DESAFILIACION);

    // When
    String otra = replica().codigo(DESAFILIACION);
    reloj.avanzar(Duration.ofSeconds(89));
    String todavia = replica().codigo(DESAFILIACION);

    // Then
    assertThat(List.of(otra, todavia)).containsOnly("MINISTERIO_NO_DISPONIBLE");
    assertThat(usadas).hasSize(1);
    reloj.avanzar(Duration.ofSeconds(1));
    replica().codigo(DESAFILIACION);
    assertThat(usadas).hasSize(2);
  }

  @Test
  void aSecondRefusalBySatWithinFiveMinutesPausesTheFleet() throws Exception {
    // Given
    Replica una = replica();
    Replica otra = replica();
    String primera = una.token(DESAFILIACION).huella();
    String segunda = una.tokens.enLugarDe(DESAFILIACION, primera).huella();

    // When
    SinToken negado =
        catchThrowableOfType(SinToken.class, () -> otra.tokens.enLugarDe(DESAFILIACION, segunda));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.SIN_AUTORIZACION);
    assertThat(una.codigo(DESAFILIACION)).isEqualTo("SIN_AUTORIZACION");
    assertThat(usadas).hasSize(2);
  }

  @Test
  void aTokenThatAnotherReplicaReplacedIsASupersededOne() throws Exception {
    // Given
    Replica una = replica();
    Replica otra = replica();
    String primera = otra.token(DESAFILIACION).huella();
    TokenVigente segunda = una.tokens.enLugarDe(DESAFILIACION, primera);

    // When
    TokenVigente enOtra = otra.tokens.enLugarDe(DESAFILIACION, primera);

    // Then
    assertThat(enOtra.huella()).isEqualTo(segunda.huella());
    assertThat(usadas).hasSize(2);
  }

  @Test
  void aTokenRefusedBeforeItIsKnownIsNotHandedOutWhenTheMinistryGrantsItAgain() {
    // Given
    respuesta = (servicio, credencial) -> new Concedido("el-rechazado", VIDA);

    // When
    SinToken negado =
        catchThrowableOfType(
            SinToken.class,
            () -> replica().tokens.enLugarDe(DESAFILIACION, TokenVigente.huella("el-rechazado")));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.SIN_AUTORIZACION);
    assertThat(negado.segundos()).isEqualTo(300);
    assertThat(usadas).hasSize(1);
  }

  @Test
  void aDeadReplicasLeaseEndsAndWhatItBringsLateIsNotKept() throws Exception {
    // Given: a replica that stops in the middle of its request
    CompletableFuture<Respuesta> congelada = new CompletableFuture<>();
    respuesta = (servicio, credencial) -> congelada.join();
    Replica dormida = replica("200MS");
    assertThat(dormida.codigo(DESAFILIACION)).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    respuesta = (servicio, credencial) -> new Concedido("el-de-la-otra", VIDA);
    Replica otra = replica();

    // When
    reloj.avanzar(Duration.ofSeconds(29));
    String antes = replica("200MS").codigo(DESAFILIACION);
    reloj.avanzar(Duration.ofSeconds(1));
    String token = otra.token(DESAFILIACION).token();
    congelada.complete(new Concedido("el-tardio", VIDA));

    // Then
    assertThat(antes).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(token).isEqualTo("el-de-la-otra");
    assertThat(usadas).hasSize(2);
    await()
        .during(Duration.ofMillis(300))
        .untilAsserted(
            () -> assertThat(dormida.token(DESAFILIACION).token()).isEqualTo("el-de-la-otra"));
  }

  @Test
  void whatADeadReplicaBringsLateNeitherPausesNorRefusesAnything() throws Exception {
    for (Respuesta tardia :
        List.of(new SinRespuesta("HTTP_500", Duration.ofHours(1)), new CredencialRechazada())) {
      // Given
      empezarDeNuevo();
      CompletableFuture<Respuesta> congelada = new CompletableFuture<>();
      respuesta = (servicio, credencial) -> congelada.join();
      Replica dormida = replica("200MS");
      dormida.codigo(DESAFILIACION);
      reloj.avanzar(Duration.ofSeconds(30));
      respuesta = (servicio, credencial) -> new Concedido("el-de-la-otra", VIDA);
      replica().token(DESAFILIACION);
      List<String> antes = estado();

      // When
      congelada.complete(tardia);
      enVuelo.esperar(Duration.ofMinutes(1));

      // Then
      assertThat(estado()).isEqualTo(antes);
      assertThat(replica().codigo(DESAFILIACION)).isEmpty();
    }
  }

  @Test
  void aTokenThatSatRefusesWhileTheDatabaseIsAwayIsNotHandedOutAgain() throws Exception {
    // Given
    Replica replica = replica();
    TokenVigente rechazado = replica.token(DESAFILIACION);
    InfraDePrueba.pararBaseDeDatos();

    // When
    SinToken negado =
        catchThrowableOfType(
            SinToken.class, () -> replica.tokens.enLugarDe(DESAFILIACION, rechazado.huella()));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.BASE_DE_DATOS_NO_DISPONIBLE);
    assertThat(replica.codigo(DESAFILIACION)).isEqualTo("BASE_DE_DATOS_NO_DISPONIBLE");
  }

  @Test
  void aRefusalThatTheDatabaseWillNeverTakeEndsTheRenewal() {
    // Given
    filas()
        .ejecutar("alter table credencial add constraint impedida check (rechazada_desde is null)");
    try {
      respuesta = (servicio, credencial) -> new CredencialRechazada();

      // When
      replica().codigo(DESAFILIACION);

      // Then
      enVuelo.esperar(Duration.ofMinutes(1));
      assertThat(usadas).hasSize(1);
    } finally {
      filas().ejecutar("alter table credencial drop constraint impedida");
    }
  }

  @Test
  void aRefusalBySatDoesNotShortenThePauseThatTheMinistryAskedFor() throws Exception {
    // Given: a live token, renewed because of a refusal, and a Ministry that wants an hour
    Replica replica = replica();
    String huella =
        replica.tokens.enLugarDe(DESAFILIACION, replica.token(DESAFILIACION).huella()).huella();
    filas()
        .ejecutar(
            "update token set pausa = 'MINISTERIO_NO_DISPONIBLE', pausa_hasta = ahora() + interval '1 hour'");

    // When
    SinToken negado =
        catchThrowableOfType(SinToken.class, () -> replica.tokens.enLugarDe(DESAFILIACION, huella));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.MINISTERIO_NO_DISPONIBLE);
    assertThat(negado.segundos()).isEqualTo(3_600);
  }

  @Test
  void aClaimThatHasGrownOldSendsNoPassword() throws Exception {
    // Given
    Replica replica = replica();
    Cliente cliente = new Cliente(DESAFILIACION, "un-cliente");
    Credencial credencial = new Credencial("900000001", "clave");
    Reclamo.Dado fresco = (Reclamo.Dado) replica.puerta.reclamar(cliente, null, List.of("c"));
    Reclamo.Dado viejo =
        new Reclamo.Dado(
            cliente,
            fresco.portador(),
            fresco.pedido(),
            fresco.credencial(),
            null,
            System.nanoTime() - Duration.ofSeconds(10).toNanos());

    // When
    Respuesta resultado = replica.renovador.pedir(viejo, credencial);

    // Then
    assertThat(resultado).isInstanceOf(SinRespuesta.class);
    assertThat(usadas).isEmpty();
    assertThat(filas().puertaLibre()).isTrue();
  }

  @Test
  void aReplicaWhoseClockJumpsNeitherLengthensNorShortensALife() throws Exception {
    // Given
    Clock adelantado = Clock.offset(reloj, Duration.ofDays(2));
    Clock atrasado = Clock.offset(reloj, Duration.ofDays(-2));
    Replica una = replica(adelantado);
    Replica otra = replica(atrasado);
    TokenVigente token = una.token(DESAFILIACION);

    // When
    reloj.avanzar(Duration.ofSeconds(1_000));

    // Then
    assertThat(token.segundosRestantes(adelantado.instant().minusSeconds(1_000))).isEqualTo(1_019);
    assertThat(otra.token(DESAFILIACION).segundosRestantes(atrasado.instant())).isEqualTo(19);
    reloj.avanzar(Duration.ofSeconds(139));
    respuesta = (servicio, credencial) -> new SinRespuesta("HTTP_500", Duration.ZERO);
    assertThat(una.codigo(DESAFILIACION)).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(otra.codigo(DESAFILIACION)).isEqualTo("MINISTERIO_NO_DISPONIBLE");
  }

  @Test
  void aCallerWaitsNoLongerThanItsBoundAndTheRenewalGoesOn() throws Exception {
    // Given
    CompletableFuture<Respuesta> retenida = new CompletableFuture<>();
    respuesta = (servicio, credencial) -> retenida.join();
    Replica replica = replica("200MS");

    // When
    SinToken negado = catchThrowableOfType(SinToken.class, () -> replica.token(DESAFILIACION));
    retenida.complete(new Concedido("t", VIDA));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.MINISTERIO_NO_DISPONIBLE);
    assertThat(negado.segundos()).isEqualTo(2);
    await().untilAsserted(() -> assertThat(replica.token(DESAFILIACION).token()).isEqualTo("t"));
    assertThat(usadas).hasSize(1);
  }

  @Test
  void anUnexpectedFailureIsPausedLikeAnyOther() {
    // Given
    respuesta =
        (servicio, credencial) -> {
          throw new IllegalStateException("synthetic");
        };
    Replica replica = replica();

    // When, Then
    assertThat(replica.codigo(DESAFILIACION)).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(replica.codigo(DESAFILIACION)).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(replica.tokens.pausa(DESAFILIACION)).isPresent();
    assertThat(usadas).hasSize(1);
  }

  @Test
  void withoutTheDatabaseWhatIsInMemoryIsHandedOutAndTheMinistryLeftAlone() throws Exception {
    // Given
    Replica replica = replica();
    String token = replica.token(DESAFILIACION).token();
    reloj.avanzar(POR_RENOVAR);
    InfraDePrueba.pararBaseDeDatos();
    try {
      // When: due, alive, and later dead
      String due = replica.token(DESAFILIACION).token();
      String otroServicio = replica.codigo(INICIO_RELACION_LABORAL);
      String sinMemoria = replica().codigo(DESAFILIACION);

      // Then
      assertThat(due).isEqualTo(token);
      assertThat(otroServicio).isEqualTo("BASE_DE_DATOS_NO_DISPONIBLE");
      assertThat(sinMemoria).isEqualTo("BASE_DE_DATOS_NO_DISPONIBLE");
      assertThat(usadas).hasSize(1);
    } finally {
      InfraDePrueba.arrancarBaseDeDatos();
    }

    // When it is back
    await().ignoreExceptions().until(() -> replica.codigo(INICIO_RELACION_LABORAL).isEmpty());
    assertThat(usadas).hasSizeBetween(2, 3);
  }

  @Test
  void aRefusalThatTheDatabaseCannotTakeAtOnceIsNotForgotten() {
    // Given
    respuesta =
        (servicio, credencial) -> {
          InfraDePrueba.pararBaseDeDatos();
          return new CredencialRechazada();
        };
    Replica una = replica("200MS");

    // When
    una.codigo(DESAFILIACION);
    await().until(() -> usadas.size() == 1);
    volverABaseDeDatos(una);

    // Then
    Replica otra = replica("200MS");
    await()
        .untilAsserted(
            () -> assertThat(otra.codigo(DESAFILIACION)).isEqualTo("CREDENCIAL_RECHAZADA"));
    assertThat(usadas).hasSize(1);
  }

  @Test
  void aTokenThatTheDatabaseCannotTakeAtOnceIsStoredWhenItIsBack() {
    // Given
    respuesta =
        (servicio, credencial) -> {
          InfraDePrueba.pararBaseDeDatos();
          return new Concedido("el-guardado", VIDA);
        };
    Replica una = replica("200MS");

    // When
    una.codigo(DESAFILIACION);
    await()
        .ignoreExceptionsInstanceOf(SinToken.class)
        .untilAsserted(() -> assertThat(una.token(DESAFILIACION).token()).isEqualTo("el-guardado"));
    volverABaseDeDatos(una);

    // Then
    Replica otra = replica("200MS");
    await()
        .ignoreExceptionsInstanceOf(SinToken.class)
        .untilAsserted(
            () -> assertThat(otra.token(DESAFILIACION).token()).isEqualTo("el-guardado"));
    assertThat(usadas).hasSize(1);
  }

  private List<String> estado() {
    return filas()
        .columna(
            """
            select concat_ws(' ', t.huella, t.pausa, t.pausa_hasta, t.fallos, c.rechazada_desde)
            from token t, credencial c
            """);
  }

  /** Also when the request that stops it has only begun to. */
  private void volverABaseDeDatos(Replica replica) {
    await()
        .until(() -> replica.codigo(INICIO_RELACION_LABORAL).equals("BASE_DE_DATOS_NO_DISPONIBLE"));
    InfraDePrueba.arrancarBaseDeDatos();
    await().ignoreExceptions().until(() -> !filas().columna("select 1").isEmpty());
  }

  @Test
  void aReplicaEndsWhenItsRequestHasEndedAndBeginsNoOther() throws Exception {
    // Given a request under way, and a service whose renewal waits for the door
    CountDownLatch ministerio = new CountDownLatch(1);
    respuesta =
        (servicio, credencial) -> {
          esperar(ministerio);
          return new Concedido("el-ultimo", VIDA);
        };
    Replica una = replica("1S");
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> pedido = hilos.submit(() -> una.codigo(DESAFILIACION));
      await().until(() -> usadas.size() == 1);
      Future<String> enEspera = hilos.submit(() -> una.codigo(INICIO_RELACION_LABORAL));

      // When
      assertThat(enVuelo.esperar(Duration.ofMillis(200))).isFalse();
      Future<?> fin = hilos.submit(() -> enVuelo.cerrar(Duration.ofSeconds(30)));
      await().until(enVuelo::cerrando);
      assertThat(fin.isDone()).isFalse();
      ministerio.countDown();
      fin.get();

      // Then what came stands in the fleet, and nothing else was asked
      assertThat(filas().columna("select huella from token where huella is not null"))
          .containsExactly(TokenVigente.huella("el-ultimo"));
      assertThat(filas().puertaLibre()).isTrue();
      assertThat(List.of(pedido.get(), enEspera.get()))
          .containsOnly("", "MINISTERIO_NO_DISPONIBLE");
      assertThat(usadas).hasSize(1);
    }
  }

  @Test
  void aReplicaDoesNotWaitForEverToEnd() {
    // Given
    CountDownLatch ministerio = new CountDownLatch(1);
    enVuelo.execute(() -> esperar(ministerio));

    // When
    enVuelo.cerrar(Duration.ofMillis(200));

    // Then
    assertThat(enVuelo.esperar(Duration.ZERO)).isFalse();
    ministerio.countDown();
  }

  private Replica replica() {
    return replica("5S", reloj);
  }

  private Replica replica(String espera) {
    return replica(espera, reloj);
  }

  private Replica replica(Clock clock) {
    return replica("5S", clock);
  }

  private Replica replica(String espera, Clock clock) {
    Map<String, String> propiedades = Configuraciones.valida();
    propiedades.put("sat.renovacion.espera", espera);
    return new Replica(
        Configuraciones.leer(propiedades),
        base,
        clock,
        (servicio, credencial) -> {
          usadas.add(credencial);
          return respuesta.apply(servicio, credencial);
        },
        enVuelo);
  }

  private static void esperar(CountDownLatch puerta) {
    try {
      puerta.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
