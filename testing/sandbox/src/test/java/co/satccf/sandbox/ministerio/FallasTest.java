package co.satccf.sandbox.ministerio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallasTest extends EscenarioDelMinisterio {
  private static final Servicio PAGO = Servicio.ESTADO_PAGO_EMPLEADOR;

  private String autorizacion = "";

  @BeforeEach
  void entrar() throws IOException {
    control.incorporar(Cuerpos.EMPLEADOR);
    autorizacion = "bearer " + caja.token(PAGO);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void answersAStatusWithoutCodigoAndTakesNothingIn(int estado) throws IOException {
    // Given
    control.fallas(Fallas.con(Falla.http(estado).conRetryAfter(7)));

    // When
    Caja.Vuelta vuelta = reportar("1");

    // Then
    assertThat(vuelta.estado()).isEqualTo(estado);
    assertThat(vuelta.codigo()).isEmpty();
    assertThat(vuelta.cabeceras().firstValue("Retry-After")).contains("7");
    assertThat(unica()).matches(e -> !e.procesado() && !e.aceptado() && e.estadoHttp() == estado);
    assertThat(cuenta().aceptados()).isZero();
  }

  @Test
  void leavesRetryAfterOutUnlessItIsAskedFor() throws IOException {
    control.fallas(Fallas.con(Falla.http(503)));
    assertThat(reportar("1").cabeceras().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void canTakeAReportInAndAnswer500AllTheSame() throws IOException {
    control.fallas(Fallas.con(Falla.http(500).procesando(true)));
    assertThat(reportar("1").estado()).isEqualTo(500);
    assertThat(unica())
        .matches(e -> e.procesado() && e.aceptado() && e.codigo().isEmpty())
        .matches(e -> e.decision().equals("200") && e.estadoHttp() == 500);
  }

  @Test
  void resetsBeforeProcessing() {
    control.fallas(Fallas.con(Falla.de(TipoFalla.REINICIO_ANTES)));
    assertThatThrownBy(() -> caja.reportarPorSocket(PAGO, autorizacion, Cuerpos.json(PAGO, "1")))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
    assertThat(unica()).matches(e -> !e.procesado() && e.estadoHttp() == 0);
    assertThat(cuenta().aceptados()).isZero();
  }

  @Test
  void resetsAfterProcessing() throws IOException {
    // Given
    control.fallas(Fallas.con(Falla.de(TipoFalla.REINICIO_DESPUES).enLasSiguientes(1)));

    // When
    assertThatThrownBy(() -> caja.reportarPorSocket(PAGO, autorizacion, Cuerpos.json(PAGO, "1")))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");

    // Then
    assertThat(unica())
        .matches(e -> e.procesado() && e.aceptado() && e.codigo().isEmpty())
        .matches(e -> e.decision().equals("200") && e.estadoHttp() == 0);
    assertThat(reportar("1").codigo()).isEqualTo("GN01");
  }

  @Test
  void dripsTheTrueAnswer() throws IOException {
    // Given
    control.fallas(Fallas.con(Falla.de(TipoFalla.GOTEO).conGoteo(10, 20)));

    // When
    long inicio = System.nanoTime();
    Caja.Vuelta vuelta = reportar("1");
    Duration tardo = Duration.ofNanos(System.nanoTime() - inicio);

    // Then
    assertThat(vuelta.codigo()).isEqualTo("200");
    int pausas = (vuelta.texto().getBytes(StandardCharsets.UTF_8).length - 1) / 10;
    assertThat(tardo).isGreaterThanOrEqualTo(Duration.ofMillis(pausas * 20L - 20));
    assertThat(unica().codigo()).isEqualTo("200");
  }

  @Test
  void cutsTheAnswerInHalf() {
    control.fallas(Fallas.con(Falla.de(TipoFalla.TRUNCADA)));
    assertThatThrownBy(() -> reportar("1"))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(unica()).matches(e -> e.aceptado() && e.codigo().isEmpty() && e.estadoHttp() == 200);
  }

  @Test
  void answers200WithoutJson() throws IOException {
    control.fallas(Fallas.con(Falla.de(TipoFalla.NO_JSON)));
    Caja.Vuelta vuelta = reportar("1");
    assertThat(vuelta.estado()).isEqualTo(200);
    assertThatThrownBy(vuelta::json).isInstanceOf(IllegalStateException.class);
    assertThat(unica()).matches(e -> e.aceptado() && e.codigo().isEmpty());
  }

  @Test
  void answers200WithAMaintenancePage() throws IOException {
    control.fallas(Fallas.con(Falla.de(TipoFalla.MANTENIMIENTO)));
    Caja.Vuelta vuelta = reportar("1");
    assertThat(vuelta.estado()).isEqualTo(200);
    assertThat(vuelta.texto()).startsWith("<!DOCTYPE html>");
    assertThat(vuelta.cabeceras().firstValue("Content-Type").orElse("")).contains("text/html");
    assertThat(unica()).matches(e -> !e.procesado());
  }

  @Test
  void answersWithAHugeBody() throws IOException {
    control.fallas(Fallas.con(Falla.de(TipoFalla.DESMEDIDA).conBytes(3_000_000)));
    Caja.Vuelta vuelta = reportar("1");
    assertThat(vuelta.texto()).hasSizeGreaterThanOrEqualTo(3_000_000);
    assertThat(vuelta.codigo()).isEqualTo("200");
    assertThat(unica()).matches(EntradaDelLibro::aceptado);
  }

  @Test
  void answers401ThoughTheTokenIsGood() throws IOException {
    control.fallas(Fallas.con(Falla.de(TipoFalla.NO_AUTORIZADO).enLasSiguientes(1)));
    Caja.Vuelta vuelta = reportar("1");
    assertThat(vuelta.estado()).isEqualTo(401);
    assertThat(vuelta.campos()).containsExactly("Message");
    assertThat(reportar("1").codigo()).isEqualTo("200");
  }

  @Test
  void revokesTheTokenInUseEarly() throws IOException {
    // Given
    control.fallas(Fallas.con(Falla.de(TipoFalla.TOKEN_REVOCADO).enLasSiguientes(1)));

    // When
    assertThat(reportar("1").estado()).isEqualTo(401);

    // Then: the same token stays refused, a new one is good.
    assertThat(reportar("1").estado()).isEqualTo(401);
    assertThat(caja.reportar(PAGO, Cuerpos.json(PAGO, "1")).codigo()).isEqualTo("200");
  }

  @Test
  void answersACodeThatNobodyKnows() throws IOException {
    control.fallas(Fallas.con(Falla.de(TipoFalla.CODIGO_DESCONOCIDO)));
    assertThat(reportar("1").codigo()).isEqualTo("ZZ99");
    assertThat(unica()).matches(e -> !e.aceptado() && e.codigo().equals("ZZ99"));
  }

  @Test
  void keepsSilentUntilTheClientGivesUp() {
    // Given
    control.fallas(Fallas.con(Falla.de(TipoFalla.SIN_RESPUESTA)));

    // When
    CompletableFuture<Caja.Vuelta> espera = CompletableFuture.supplyAsync(() -> sinRevisar("1"));

    // Then
    await().until(() -> !control.libro().isEmpty());
    assertThat(unica()).matches(e -> e.aceptado() && e.estadoHttp() == 0);
    assertThat(espera).isNotDone();
    caja.close();
    await().until(espera::isDone);
  }

  @Test
  void hitsOnlyTheNextSoMany() throws IOException {
    control.fallas(Fallas.con(Falla.http(500).enLasSiguientes(2)));
    List<Integer> estados = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      estados.add(reportar("" + i).estado());
    }
    assertThat(estados).containsExactly(500, 500, 200, 200);
  }

  @Test
  void hitsOnlyItsServiceAndItsRadicado() throws IOException {
    control.fallas(
        Fallas.con(
            Falla.http(500).en(Servicio.DESAFILIACION.nombre()),
            Falla.http(503).soloRadicado("2")));
    assertThat(reportar("1").estado()).isEqualTo(200);
    assertThat(reportar("2").estado()).isEqualTo(503);
    assertThat(
            caja.reportar(Servicio.DESAFILIACION, Cuerpos.json(Servicio.DESAFILIACION, "1"))
                .estado())
        .isEqualTo(500);
  }

  @Test
  void throwsTheSameDiceForTheSameSeed() throws IOException {
    // Given
    Fallas documento = Fallas.con(Falla.http(500).conProbabilidad(0.5)).conSemilla(42);

    // When
    control.fallas(documento);
    List<Integer> primera = estados(60);
    control.fallas(documento);
    List<Integer> segunda = estados(60);
    control.fallas(documento.conSemilla(43));

    // Then
    assertThat(primera).contains(200, 500);
    assertThat(segunda).isEqualTo(primera);
    assertThat(estados(60)).isNotEqualTo(primera);
  }

  @Test
  void waitsAsLongAsTheLatencySays() throws IOException {
    control.fallas(Fallas.conLatencia(Latencia.fija(150)));
    assertThat(tiempo("1")).isGreaterThanOrEqualTo(Duration.ofMillis(145));
    control.fallas(Fallas.conLatencia(Latencia.uniforme(100, 120)));
    assertThat(tiempo("2")).isGreaterThanOrEqualTo(Duration.ofMillis(95));
    control.fallas(Fallas.conLatencia(Latencia.lognormal(80, 0, 90)));
    assertThat(tiempo("3")).isBetween(Duration.ofMillis(75), Duration.ofSeconds(10));
    control.fallas(Fallas.ninguna().latencia("Desafiliacion", Latencia.fija(5_000)));
    assertThat(tiempo("4")).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void takesEffectOnlyAfterTheLatency() throws IOException {
    // Given: an employer that comes in slowly, and its worker sent before the answer
    control.reiniciar();
    control.modo(Map.of("proporcionAlertas", 0));
    control.fallas(
        Fallas.ninguna().latencia(Servicio.AFILIACION_PRIMERA_VEZ.nombre(), Latencia.fija(1_000)));
    CompletableFuture<String> alta =
        CompletableFuture.supplyAsync(() -> codigo(Servicio.AFILIACION_PRIMERA_VEZ, "1"));
    await().until(() -> cuenta(Servicio.AFILIACION_PRIMERA_VEZ).recibidos() == 1);

    // When
    String precipitado = codigo(Servicio.INICIO_RELACION_LABORAL, "1");

    // Then
    assertThat(precipitado).isEqualTo("GN02");
    assertThat(alta.join()).isEqualTo("200");
    assertThat(codigo(Servicio.INICIO_RELACION_LABORAL, "1")).isEqualTo("200");
  }

  @Test
  void refusesWhatGoesBeyondItsHiddenCapacity() {
    // Given
    control.fallas(Fallas.conLatencia(Latencia.fija(700)).conCapacidad(2, 3));

    // When
    List<Caja.Vuelta> vueltas;
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Caja.Vuelta>> envios =
          IntStream.range(0, 6)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> sinRevisar("" + (i + 1)), hilos))
              .toList();
      vueltas = envios.stream().map(CompletableFuture::join).toList();
    }

    // Then
    assertThat(vueltas).extracting(Caja.Vuelta::estado).contains(200, 429);
    assertThat(vueltas)
        .filteredOn(v -> v.estado() == 429)
        .hasSize(4)
        .allMatch(v -> v.cabeceras().firstValue("Retry-After").orElse("").equals("3"));
    assertThat(cuenta().aceptados()).isEqualTo(2);
  }

  @Test
  void letsWhatGoesBeyondItsHiddenCapacityWait() {
    // Given
    control.fallas(Fallas.conLatencia(Latencia.fija(300)).conColaDesde(2));

    // When
    long inicio = System.nanoTime();
    List<Caja.Vuelta> vueltas;
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Caja.Vuelta>> envios =
          IntStream.range(0, 6)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> sinRevisar("" + (i + 1)), hilos))
              .toList();
      vueltas = envios.stream().map(CompletableFuture::join).toList();
    }

    // Then two at a time, three times the latency
    assertThat(Duration.ofNanos(System.nanoTime() - inicio)).isGreaterThan(Duration.ofMillis(890));
    assertThat(vueltas).extracting(Caja.Vuelta::estado).containsOnly(200);
    assertThat(cuenta().aceptados()).isEqualTo(6);
  }

  @Test
  void aCallerWhoGoesLeavesNoPlaceTaken() throws IOException {
    // Given one that is served and one that waits and goes
    control.fallas(Fallas.conLatencia(Latencia.fija(200)).conColaDesde(1));
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Caja.Vuelta> servido =
          CompletableFuture.supplyAsync(() -> sinRevisar("1"), hilos);
      await().until(() -> control.resumen().concurrenciaMaxima() == 1);
      caja.irseTrasEscribir(PAGO, autorizacion, Cuerpos.json(PAGO, "2"));
      servido.join();
    }

    // When, Then
    assertThat(reportar("3").estado()).isEqualTo(200);
  }

  @Test
  void refusesConnectionsForAWhileAndTheControlPortDoesNot() throws IOException {
    // Given
    assertThat(reportar("1").codigo()).isEqualTo("200");

    // When
    control.fallas(Fallas.ninguna().rechazandoConexiones(60_000));

    // Then
    await()
        .untilAsserted(
            () -> assertThatThrownBy(() -> reportar("2")).isInstanceOf(ConnectException.class));
    assertThat(control.listo()).isTrue();
    control.sinFallas();
    await().ignoreExceptions().until(() -> reportar("2").codigo().equals("200"));
  }

  @Test
  void opensAgainByItselfWhenTheTimeIsOver() {
    control.fallas(Fallas.ninguna().rechazandoConexiones(200));
    await().ignoreExceptions().until(() -> List.of("200", "GN01").contains(reportar("1").codigo()));
  }

  @Test
  void makesTheTokenEndpointFailSlowOrRefuse() throws IOException {
    Map<String, String> formulario = Caja.formulario(PAGO.clientId());

    control.fallas(Fallas.con(Falla.http(503).en(Falla.TOKEN).conRetryAfter(5)));
    assertThat(caja.pedirToken(formulario).estado()).isEqualTo(503);
    assertThat(reportar("1").codigo()).isEqualTo("200");

    control.fallas(Fallas.con(Falla.de(TipoFalla.CREDENCIAL_RECHAZADA, Falla.TOKEN)));
    assertThat(caja.pedirToken(formulario).json().path("error").asText())
        .isEqualTo("invalid_grant");

    control.fallas(Fallas.con(Falla.de(TipoFalla.CLIENTE_RECHAZADO, Falla.TOKEN)));
    assertThat(caja.pedirToken(formulario).json().path("error").asText())
        .isEqualTo("invalid_client");

    control.fallas(Fallas.con(Falla.de(TipoFalla.REINICIO_ANTES, Falla.TOKEN)));
    assertThatThrownBy(() -> caja.pedirToken(formulario)).isInstanceOf(IOException.class);

    control.fallas(Fallas.con(Falla.de(TipoFalla.TOKEN_REVOCADO, Falla.TOKEN)));
    assertThat(caja.reportar(PAGO, Cuerpos.json(PAGO, "2")).estado()).isEqualTo(401);

    control.fallas(Fallas.ninguna().latencia(Falla.TOKEN, Latencia.fija(200)));
    long inicio = System.nanoTime();
    assertThat(caja.pedirToken(formulario).estado()).isEqualTo(200);
    assertThat(System.nanoTime() - inicio).isGreaterThan(Duration.ofMillis(195).toNanos());
  }

  @Test
  void givesItsDocumentBackAndRefusesAMisspeltOne() {
    // Given
    Fallas documento =
        Fallas.con(Falla.http(503).conProbabilidad(0.25).conRetryAfter(2))
            .latencia(PAGO.nombre(), Latencia.lognormal(200, 0.8, 5_000))
            .conSemilla(7)
            .conColaDesde(9);

    // When
    control.fallas(documento);

    // Then
    assertThat(control.fallas()).isEqualTo(documento);
    assertThatThrownBy(() -> control.modo(Map.of("proporcionAlerta", 0.1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("400");
    assertThatThrownBy(() -> control.modo(Map.of("proporcionAlertas", 1.5)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(control.fallas()).isEqualTo(documento);
  }

  private Caja.Vuelta reportar(String radicado) throws IOException {
    return caja.reportar(
        PAGO, autorizacion, Cuerpos.json(PAGO, radicado).getBytes(StandardCharsets.UTF_8));
  }

  private Caja.Vuelta sinRevisar(String radicado) {
    try {
      return reportar(radicado);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String codigo(Servicio servicio, String radicado) {
    try {
      return caja.reportar(servicio, Cuerpos.json(servicio, radicado)).codigo();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Integer> estados(int cuantos) throws IOException {
    List<Integer> estados = new ArrayList<>();
    for (int i = 1; i <= cuantos; i++) {
      estados.add(reportar("" + i).estado());
    }
    return estados;
  }

  private Duration tiempo(String radicado) throws IOException {
    long inicio = System.nanoTime();
    assertThat(reportar(radicado).estado()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - inicio);
  }

  private EntradaDelLibro unica() {
    List<EntradaDelLibro> libro = control.libro();
    assertThat(libro).hasSize(1);
    return libro.getFirst();
  }

  private ResumenDelMinisterio.DelServicio cuenta() {
    return cuenta(PAGO);
  }

  private ResumenDelMinisterio.DelServicio cuenta(Servicio servicio) {
    return Objects.requireNonNull(control.resumen().servicios().get(servicio.nombre()));
  }
}
