package co.satccf.sandbox.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Requests to the services of the local platform. */
final class Http {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PLAZO = Duration.ofSeconds(20);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Http() {}

  /**
   * @param gestion where the service tells its health
   */
  static boolean listo(URI gestion) {
    return texto(gestion.resolve("/q/health/ready")).isPresent();
  }

  /** The answer's JSON; empty when nobody answers or the status is not 200. */
  static Optional<JsonNode> get(URI uri, String token) {
    return texto(pedido(uri, token).timeout(PLAZO)).map(Http::json);
  }

  /** As {@link #get}, for an answer that may take minutes to be worked out. */
  static Optional<JsonNode> getSinPrisa(URI uri, String token) {
    return texto(pedido(uri, token).timeout(Duration.ofMinutes(30))).map(Http::json);
  }

  /** As {@link #get}, with POST and a JSON object of texts. */
  static Optional<JsonNode> post(URI uri, String token, Map<String, String> cuerpo) {
    HttpRequest.BodyPublisher json =
        HttpRequest.BodyPublishers.ofString(JSON.valueToTree(cuerpo).toString());
    return texto(
            pedido(uri, token).timeout(PLAZO).header("Content-Type", "application/json").POST(json))
        .map(Http::json);
  }

  /** A request of somebody: {@code token} is the bearer's. */
  static HttpRequest.Builder pedido(URI uri, String token) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(String texto) {
    try {
      return JSON.readTree(texto);
    } catch (IOException e) {
      throw new UncheckedIOException("the answer is not JSON", e);
    }
  }

  /**
   * Sum of a metric over its labels, as a service exposes it now; empty when it exposes none of
   * that name.
   *
   * @param gestion where the service tells its metrics
   */
  static OptionalDouble metrica(URI gestion, String metrica) {
    return texto(gestion.resolve("/q/metrics")).stream()
        .flatMap(String::lines)
        .filter(linea -> linea.startsWith(metrica + "{") || linea.startsWith(metrica + " "))
        .mapToDouble(linea -> Double.parseDouble(linea.substring(linea.lastIndexOf(' ') + 1)))
        .reduce(Double::sum);
  }

  /** The answer's body; empty when nobody answers or the status is not 200. */
  static Optional<String> texto(URI uri) {
    return texto(HttpRequest.newBuilder(uri).timeout(PLAZO));
  }

  private static Optional<String> texto(HttpRequest.Builder pedido) {
    try {
      HttpResponse<String> respuesta =
          CLIENT.send(pedido.build(), HttpResponse.BodyHandlers.ofString());
      return respuesta.statusCode() == 200 ? Optional.of(respuesta.body()) : Optional.empty();
    } catch (IOException nobody) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
