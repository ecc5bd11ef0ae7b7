package co.satccf.transmitter.token;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.ministerio.ClientesSat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The HTTP API of token-service, with true tokens of the simulated Ministry. */
@ApplicationScoped
public class TokenServiceDePrueba {

  private static final String RECHAZOS = "rechazos";

  private final int puerto;
  private final ObjectMapper json;
  private final HttpClient ministerio = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final List<String> preguntas = new CopyOnWriteArrayList<>();
  private volatile @Nullable String problema;
  private final List<String> autorizaciones = new CopyOnWriteArrayList<>();
  private volatile boolean callado;
  private volatile boolean cerrado;
  private @Nullable HttpServer server;

  TokenServiceDePrueba(
      @ConfigProperty(name = PuertoDeTokens.PUERTO) int puerto, ObjectMapper json) {
    this.puerto = puerto;
    this.json = json;
  }

  void start(@Observes @Priority(1) StartupEvent event) throws IOException {
    HttpServer nuevo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), puerto), 0);
    nuevo.createContext("/tokens/", this::answer);
    nuevo.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    nuevo.start();
    server = nuevo;
  }

  @PreDestroy
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** Forgets its tokens, and gives tokens again. */
  public void limpiar() {
    problema = null;
    callado = false;
    cerrado = false;
    tokens.clear();
  }

  public void olvidarPreguntas() {
    preguntas.clear();
  }

  /** From now on every question gets 503 with this codigo, to be asked again in one second. */
  public void problema(String codigo) {
    problema = codigo;
  }

  /** From now on nobody is let in. */
  public void cerrar() {
    cerrado = true;
  }

  /** The {@code Authorization} of each question, in their order. */
  List<String> autorizaciones() {
    return List.copyOf(autorizaciones);
  }

  /** From now on every question ends without an answer. */
  public void callar() {
    callado = true;
  }

  /** What another caller's renewal does. */
  public void renovar(ServicioSat servicio) throws IOException, InterruptedException {
    tokens.put(servicio.nombre(), pedir(servicio.nombre()));
  }

  public String token(ServicioSat servicio) throws IOException, InterruptedException {
    String token = tokens.get(servicio.nombre());
    if (token == null) {
      renovar(servicio);
    }
    return tokens.getOrDefault(servicio.nombre(), "");
  }

  /** Questions for this service, {@code GET} or {@code POST}, in their order. */
  public List<String> preguntas(ServicioSat servicio) {
    String fin = " " + servicio.nombre();
    return preguntas.stream()
        .filter(pregunta -> pregunta.endsWith(fin))
        .map(pregunta -> pregunta.substring(0, pregunta.indexOf(' ')))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      String servicio = path[2];
      preguntas.add(exchange.getRequestMethod() + " " + servicio);
      autorizaciones.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] asked = exchange.getRequestBody().readAllBytes();
      if (callado) {
        return;
      }
      if (cerrado) {
        send(exchange, 401, "application/problem+json", Map.of("codigo", "TOKEN_NO_VALIDO"));
        return;
      }
      String codigo = problema;
      if (codigo != null) {
        exchange.getResponseHeaders().add("Retry-After", "1");
        send(exchange, 503, "application/problem+json", Map.of("codigo", codigo, "status", 503));
        return;
      }
      String token = tokens.get(servicio);
      boolean refused =
          path.length > 3
              && path[3].equals(RECHAZOS)
              && token != null
              && json.readTree(asked).path("huella").asText().equals(huella(token));
      if (token == null || refused) {
        token = pedir(servicio);
        tokens.put(servicio, token);
      }
      Map<String, Object> body =
          Map.of(
              "servicio",
              servicio,
              "token",
              token,
              "tipo",
              "bearer",
              "huella",
              huella(token),
              "segundosRestantes",
              1_200);
      send(exchange, 200, "application/json", body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, int status, String type, Map<String, Object> body)
      throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String pedir(String servicio) throws IOException, InterruptedException {
    String form =
        "grant_type=password&username=%s&password=%s&client_id=%s"
            .formatted(
                ClientesSat.USUARIO,
                ClientesSat.CLAVE,
                ClientesSat.porServicio().getOrDefault(servicio, ""));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(InfraDePrueba.urlMinisterio() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String answer = ministerio.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return json.readTree(answer).path("access_token").asText();
  }

  private static String huella(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
