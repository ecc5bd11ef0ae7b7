package co.satccf.sandbox.identidad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knocks at a door of a running service with everything that must not open it. */
public final class PruebaDePuerta {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PruebaDePuerta() {}

  /**
   * @param puerta what a good token would get with GET
   * @param bueno the value of {@code Authorization} that opens it
   * @param torcidos values that do not, each by its name
   * @return what each answer that no door should give was, by the name of what got it; none when
   *     all is well
   */
  public static Map<String, String> fallas(URI puerta, String bueno, Map<String, String> torcidos)
      throws IOException, InterruptedException {
    Map<String, String> fallas = new LinkedHashMap<>();
    preguntar(fallas, "no token", puerta, List.of());
    for (Map.Entry<String, String> torcido : torcidos.entrySet()) {
      preguntar(fallas, torcido.getKey(), puerta, List.of(torcido.getValue()));
    }
    String torcido = torcidos.values().iterator().next();
    preguntar(fallas, "a good one before another", puerta, List.of(bueno, torcido));
    preguntar(fallas, "a good one behind another", puerta, List.of(torcido, bueno));
    preguntar(fallas, "a good one twice", puerta, List.of(bueno, bueno));
    return fallas;
  }

  private static void preguntar(
      Map<String, String> fallas, String nombre, URI puerta, List<String> autorizaciones)
      throws IOException, InterruptedException {
    HttpRequest.Builder pedido = HttpRequest.newBuilder(puerta).timeout(Duration.ofSeconds(20));
    autorizaciones.forEach(autorizacion -> pedido.header("Authorization", autorizacion));
    HttpResponse<String> respuesta =
        CLIENT.send(pedido.build(), HttpResponse.BodyHandlers.ofString());
    List<String> faltas = faltas(respuesta, autorizaciones.isEmpty());
    if (!faltas.isEmpty()) {
      fallas.put(nombre, faltas + " " + respuesta.statusCode() + " " + respuesta.body());
    }
  }

  /** What is wrong with a refusal. */
  private static List<String> faltas(HttpResponse<String> respuesta, boolean sinToken)
      throws IOException {
    List<String> faltas = new ArrayList<>();
    if (respuesta.statusCode() != 401) {
      faltas.add("the status");
    }
    if (!cabecera(respuesta, "Content-Type").startsWith("application/problem+json")) {
      faltas.add("the type");
    }
    if (!cabecera(respuesta, "WWW-Authenticate").startsWith("Bearer")) {
      faltas.add("the challenge");
    }
    JsonNode problema = JSON.readTree(respuesta.body());
    // The same words whatever was wrong: they are no help in making a better one.
    if (!problema.path("codigo").asText().equals(sinToken ? "SIN_TOKEN" : "TOKEN_NO_VALIDO")
        || problema.path("status").asInt() != 401
        || problema.size() != 4) {
      faltas.add("the problem");
    }
    return faltas;
  }

  private static String cabecera(HttpResponse<String> respuesta, String nombre) {
    return respuesta.headers().firstValue(nombre).orElse("");
  }
}
