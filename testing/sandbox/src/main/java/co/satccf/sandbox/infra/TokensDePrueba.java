package co.satccf.sandbox.infra;

import co.satccf.sandbox.ministerio.ClientesSat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * Stands in for token-service where only a transmitter is tested: every question gets a new token
 * of the simulated Ministry.
 */
final class TokensDePrueba implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String ministerio;
  private final HttpServer servidor;
  private final HttpClient http = HttpClient.newHttpClient();

  private TokensDePrueba(String ministerio) {
    this.ministerio = ministerio;
    try {
      this.servidor =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param ministerio address of the simulated Ministry
   */
  static TokensDePrueba start(String ministerio) {
    TokensDePrueba tokens = new TokensDePrueba(ministerio);
    tokens.servidor.createContext("/tokens/", tokens::responder);
    tokens.servidor.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    tokens.servidor.start();
    return tokens;
  }

  /** Value of {@code sat.token.url}. */
  String url() {
    return "http://127.0.0.1:" + servidor.getAddress().getPort();
  }

  private void responder(HttpExchange pedido) throws IOException {
    try (pedido) {
      pedido.getRequestBody().readAllBytes();
      String servicio = pedido.getRequestURI().getPath().split("/", -1)[2];
      byte[] cuerpo = JSON.writeValueAsBytes(respuesta(servicio, token(servicio)));
      pedido.getResponseHeaders().add("Content-Type", "application/json");
      pedido.sendResponseHeaders(200, cuerpo.length);
      pedido.getResponseBody().write(cuerpo);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> respuesta(String servicio, JsonNode concedido) {
    String token = concedido.path("access_token").asText();
    return Map.of(
        "servicio",
        servicio,
        "token",
        token,
        "tipo",
        "bearer",
        // Whatever differs from token to token will do.
        "huella",
        "%016x".formatted(token.hashCode()),
        "segundosRestantes",
        concedido.path("expires_in").asInt());
  }

  private JsonNode token(String servicio) throws IOException, InterruptedException {
    String cliente =
        Objects.requireNonNull(ClientesSat.porServicio().get(servicio), "no such service");
    String formulario =
        "grant_type=password&username=%s&password=%s&client_id=%s"
            .formatted(ClientesSat.USUARIO, ClientesSat.CLAVE, cliente);
    HttpRequest pedido =
        HttpRequest.newBuilder(URI.create(ministerio + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(formulario))
            .build();
    byte[] cuerpo = http.send(pedido, HttpResponse.BodyHandlers.ofByteArray()).body();
    return JSON.readTree(new String(cuerpo, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    servidor.stop(0);
    http.close();
  }
}
