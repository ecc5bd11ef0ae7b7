package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.satccf.model.respuesta.Clasificador;
import co.satccf.model.respuesta.CodigosConocidos;
import co.satccf.model.respuesta.Fallo;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.sandbox.infra.Puertos;
import co.satccf.sandbox.ministerio.ClientesSat;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.OpcionesDelMinisterio;
import co.satccf.sandbox.ministerio.SimulatedMinistry;
import co.satccf.sandbox.ministerio.TipoFalla;
import co.satccf.transmitter.config.SatConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the network does, the client says whether a byte of the request can have left (rule 4).
 */
class SatClientTest {

  private static final Duration PLAZO = Duration.ofMillis(500);
  private static final byte[] CUERPO =
      "{\"numeroRadicadoSolicitud\":\"1\"}".getBytes(StandardCharsets.UTF_8);

  private static Vertx vertx;
  private static SimulatedMinistry ministerio;

  private final Clasificador clasificador = new Clasificador(new CodigosConocidos(Set.of("GN01")));
  private String token = "";

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    ministerio = SimulatedMinistry.start(OpcionesDelMinisterio.predeterminadas());
  }

  @AfterAll
  static void stop() {
    ministerio.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void freshTokenAndLedger() throws IOException, InterruptedException {
    ministerio.control().reiniciar();
    ministerio.control().sinFallas();
    token = token();
  }

  @Test
  void sendsTheBodyByteByByteWithItsToken() throws Exception {
    // When
    SatClient.Answer answer = client().post(AFILIACION_PRIMERA_VEZ, token, CUERPO, null);
    // Then
    assertThat(answer.status()).isEqualTo(200);
    EntradaDelLibro entrada = ministerio.control().libro().getFirst();
    assertThat(entrada.servicio()).isEqualTo("AfiliacionPrimeraVez");
    assertThat(entrada.clientId()).isEqualTo(ClientesSat.AFILIACION_PRIMERA_VEZ);
    assertThat(entrada.cuerpo()).isEqualTo(new String(CUERPO, StandardCharsets.UTF_8));
  }

  @Test
  void isNotHeldBeyondTheDeadlineByADrippingBody() {
    // Given an answer of more than 60 bytes, one every 50 ms
    fallas(Falla.de(TipoFalla.GOTEO).conGoteo(1, 50));
    long begun = System.nanoTime();
    // When
    Fallo fallo = fallo(impatient(ministerio.url()));
    // Then
    assertThat(fallo).isEqualTo(Fallo.PLAZO_TRAS_ESCRIBIR);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(PLAZO, PLAZO.plus(Duration.ofMillis(900)));
  }

  @ParameterizedTest
  @CsvSource({
    "SIN_RESPUESTA, PLAZO_TRAS_ESCRIBIR",
    "REINICIO_ANTES, CORTE_TRAS_ESCRIBIR",
    "REINICIO_DESPUES, CORTE_TRAS_ESCRIBIR",
    "TRUNCADA, RESPUESTA_TRUNCADA",
    "DESMEDIDA, RESPUESTA_DESMEDIDA"
  })
  void isUncertainOnceTheRequestMayHaveLeftAndAsksOnce(TipoFalla tipo, Fallo esperado) {
    // Given
    fallas(Falla.de(tipo).conBytes(100_000));
    // When
    Fallo fallo = fallo(impatient(ministerio.url()));
    // Then
    assertThat(fallo).isEqualTo(esperado);
    assertThat(clasificador.clasificarFallo(fallo)).isInstanceOf(Veredicto.Incierto.class);
    assertThat(ministerio.control().libro()).hasSize(1);
  }

  @Test
  void takesAnAnswerThatIsJustSmallEnough() {
    // Given
    fallas(Falla.de(TipoFalla.DESMEDIDA).conBytes(4_000));
    // When, Then
    assertThat(veredicto(client())).isInstanceOf(Veredicto.Glosado.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MANTENIMIENTO", "NO_JSON"})
  void takesAnAnswerWithoutCodigoForUncertainAlthoughItsStatusIs200(TipoFalla tipo) {
    // Given
    fallas(Falla.de(tipo));
    // When, Then
    assertThat(veredicto(client())).isEqualTo(new Veredicto.Incierto("HTTP-200", false));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void takesAServerErrorForUncertain(int estado) {
    // Given
    fallas(Falla.http(estado));
    // When, Then
    assertThat(veredicto(client())).isEqualTo(new Veredicto.Incierto("HTTP-" + estado, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void readsHowLongTheMinistryAsksToWait(int estado) {
    // Given
    fallas(Falla.http(estado).conRetryAfter(7));
    // When, Then
    assertThat(veredicto(client()))
        .isEqualTo(new Veredicto.Reintentable("HTTP-" + estado, Duration.ofSeconds(7), true));
  }

  @Test
  void maySendAgainAfterARequestTimeout() {
    // Given
    fallas(Falla.http(408));
    // When, Then
    assertThat(veredicto(client())).isEqualTo(new Veredicto.Reintentable("HTTP-408", null, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void readsAClosedGate(int estado) {
    // Given
    fallas(Falla.http(estado));
    // When, Then
    assertThat(veredicto(client()))
        .isInstanceOfSatisfying(
            Veredicto.PuertaCerrada.class,
            puerta -> assertThat(puerta.estadoHttp()).isEqualTo(estado));
  }

  @Test
  void saysThatNobodyListens() {
    // Given
    SatClient client = client("http://127.0.0.1:" + Puertos.libre());
    // When, Then
    assertThat(surelyUnsent(client)).isEqualTo(Fallo.CONEXION_RECHAZADA);
  }

  @Test
  void saysThatTheHostSpeaksNoTls() {
    // Given
    SatClient client = client(ministerio.url().replace("http:", "https:"));
    // When, Then
    assertThat(surelyUnsent(client)).isEqualTo(Fallo.TLS);
  }

  @Test
  void saysThatNoConnectionCameAboutInTime() throws IOException {
    // Given a listener that takes nobody in: further connections wait in the kernel
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket first = new Socket(deaf.getInetAddress(), deaf.getLocalPort());
        Socket second = new Socket(deaf.getInetAddress(), deaf.getLocalPort())) {
      assertThat(List.of(first, second)).allMatch(Socket::isConnected);
      SatClient client =
          client(
              "http://127.0.0.1:" + deaf.getLocalPort(),
              Map.of("sat.ministerio.conexion", "PT0.2S"));
      // When, Then
      assertThat(surelyUnsent(client)).isEqualTo(Fallo.PLAZO_ANTES_DE_ESCRIBIR);
    }
  }

  @Test
  void waitsForAConnectionThatIsAboutToBeFree() {
    // Given a client of one connection
    ministerio.control().fallas(Fallas.conLatencia(Latencia.fija(200)));
    SatClient client =
        client(
            ministerio.url(),
            Map.of("sat.ministerio.conexiones", "1", "sat.ministerio.plazo", "PT5S"));
    // When
    List<CompletableFuture<Veredicto>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> veredicto(client)))
            .limit(2)
            .toList();
    // Then
    assertThat(both)
        .extracting(CompletableFuture::join)
        .allSatisfy(veredicto -> assertThat(veredicto).isInstanceOf(Veredicto.Glosado.class));
    assertThat(ministerio.control().resumen().concurrenciaMaxima()).isOne();
  }

  @Test
  void hasConnectionsOfItsOwnForEachService() throws Exception {
    // Given a service that holds its only connection
    fallas(Falla.de(TipoFalla.SIN_RESPUESTA).en("Desafiliacion").procesando(false));
    SatClient client =
        client(
            ministerio.url(),
            Map.of("sat.ministerio.conexiones", "1", "sat.ministerio.plazo", "PT2S"));
    CompletableFuture<Object> slow =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    SatClient.NoAnswer.class,
                    () -> client.post(DESAFILIACION, token, CUERPO, null)));
    Awaitility.await().until(() -> !ministerio.control().libro("Desafiliacion").isEmpty());
    // When
    SatClient.Answer answer = client.post(AFILIACION_PRIMERA_VEZ, token, CUERPO, null);
    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(slow).isNotDone();
    slow.join();
  }

  @Test
  void goesOnAfterAConnectionBroke() {
    // Given
    fallas(Falla.de(TipoFalla.REINICIO_ANTES).enLasSiguientes(1));
    SatClient client = client();
    assertThat(fallo(client)).isEqualTo(Fallo.CORTE_TRAS_ESCRIBIR);
    // When, Then
    assertThat(veredicto(client)).isInstanceOf(Veredicto.Glosado.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int estado) throws IOException {
    // Given
    List<String> visited = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          visited.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().add("Location", "/otra");
          exchange.sendResponseHeaders(estado, -1);
          exchange.close();
        });
    server.start();
    try {
      // When
      Veredicto veredicto = veredicto(client("http://127.0.0.1:" + server.getAddress().getPort()));
      // Then
      assertThat(veredicto).isEqualTo(new Veredicto.Incierto("HTTP-" + estado, false));
      assertThat(visited).containsExactly("/ReportarAfiliacionPrimeraVez");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void tellsTheMinistryOfATraceOnlyWhenItIsGivenOne() throws Exception {
    // Given
    List<String> told = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          told.add(String.valueOf(exchange.getRequestHeaders().get("traceparent")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      SatClient client = client("http://127.0.0.1:" + server.getAddress().getPort());
      // When
      client.post(AFILIACION_PRIMERA_VEZ, token, CUERPO, null);
      client.post(AFILIACION_PRIMERA_VEZ, token, CUERPO, "00-a-b-01");
      // Then
      assertThat(told).containsExactly("null", "[00-a-b-01]");
    } finally {
      server.stop(0);
    }
  }

  private static void fallas(Falla falla) {
    ministerio.control().fallas(Fallas.con(falla));
  }

  private Fallo surelyUnsent(SatClient client) {
    Fallo fallo = fallo(client);
    assertThat(clasificador.clasificarFallo(fallo)).isInstanceOf(Veredicto.Reintentable.class);
    return fallo;
  }

  private Fallo fallo(SatClient client) {
    return catchThrowableOfType(
            SatClient.NoAnswer.class,
            () -> client.post(AFILIACION_PRIMERA_VEZ, token, CUERPO, null))
        .fallo;
  }

  private Veredicto veredicto(SatClient client) {
    try {
      SatClient.Answer answer = client.post(AFILIACION_PRIMERA_VEZ, token, CUERPO, null);
      return clasificador.clasificar(
          answer.status(), RetryAfter.read(answer.retryAfter(), Clock.systemUTC()), answer.body());
    } catch (SatClient.NoAnswer | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SatClient client() {
    return client(ministerio.url());
  }

  private static SatClient client(String url) {
    return client(url, Map.of());
  }

  /** For what never comes; everything else has all the time that a busy machine may need. */
  private static SatClient impatient(String url) {
    return client(url, Map.of("sat.ministerio.plazo", PLAZO.toString()));
  }

  private static SatClient client(String url, Map<String, String> more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "sat.ministerio.url", url,
                "sat.ministerio.plazo", "PT10S",
                "sat.ministerio.conexion", "PT10S",
                "sat.ministerio.respuesta-maxima", "4096",
                "sat.token.url", "http://127.0.0.1:1",
                "sat.token.archivo", "token",
                "sat.referencia.clave", "00"));
    values.putAll(more);
    SatConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(SatConfig.class)
            .withSources(new PropertiesConfigSource(values, "prueba", 100))
            .build()
            .getConfigMapping(SatConfig.class);
    return new SatClient(vertx, config);
  }

  private static String token() throws IOException, InterruptedException {
    String form =
        "grant_type=password&username=%s&password=%s&client_id=%s"
            .formatted(ClientesSat.USUARIO, ClientesSat.CLAVE, ClientesSat.AFILIACION_PRIMERA_VEZ);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ministerio.url() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer).path("access_token").asText();
    }
  }
}
