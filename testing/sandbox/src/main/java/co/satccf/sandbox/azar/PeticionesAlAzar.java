package co.satccf.sandbox.azar;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Asks a running service what nobody should: every operation of its OpenAPI document, with any
 * path, query, header and body. No answer may be a failure of the service, and each refusal is a
 * problem that says why, without a word of the body.
 */
public final class PeticionesAlAzar {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEMA = "application/problem+json";
  private static final List<String> METODOS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Estropeador azar = new Estropeador();
  private final URI servicio;
  private final int gestion;
  private final Map<String, List<String>> buenos;
  private final Map<Integer, Integer> estados = new TreeMap<>();
  private final List<String> fallas = new ArrayList<>();

  /**
   * @param gestion the port where the service has its OpenAPI document
   * @param buenos values that parameters, members of bodies and headers of this name may well have:
   *     without them few requests come past the first check
   */
  public PeticionesAlAzar(URI servicio, int gestion, Map<String, List<String>> buenos) {
    this.servicio = servicio;
    this.gestion = gestion;
    this.buenos = buenos;
  }

  /**
   * What came of it.
   *
   * @param estados how many answers had each HTTP status
   * @param fallas each answer that no service should give, with its request
   */
  public record Balance(Map<Integer, Integer> estados, List<String> fallas) {}

  /**
   * @param cuantas times {@code -Dazar.factor}, spread over the operations
   * @param rutas which paths of the document
   */
  public Balance pedir(int cuantas, Predicate<String> rutas)
      throws IOException, InterruptedException {
    URI documento =
        URI.create("http://%s:%d/q/openapi?format=json".formatted(servicio.getHost(), gestion));
    JsonNode api = JSON.readTree(enviar(HttpRequest.newBuilder(documento).build()).body());
    List<Operacion> operaciones =
        api.path("paths").properties().stream()
            .filter(ruta -> rutas.test(ruta.getKey()))
            .flatMap(ruta -> operaciones(ruta.getKey(), ruta.getValue()))
            .toList();
    for (int i = 0; i < Estropeador.veces(cuantas); i++) {
      pedir(api, operaciones.get(i % operaciones.size()));
    }
    System.out.printf("answers by status: %s%n", estados);
    return new Balance(estados, fallas);
  }

  private record Operacion(
      String metodo, String ruta, List<JsonNode> parametros, JsonNode cuerpo) {}

  private static Stream<Operacion> operaciones(String ruta, JsonNode item) {
    return item.properties().stream()
        .filter(entrada -> METODOS.contains(entrada.getKey().toUpperCase(Locale.ROOT)))
        .map(
            entrada -> {
              List<JsonNode> parametros = new ArrayList<>();
              item.path("parameters").forEach(parametros::add);
              entrada.getValue().path("parameters").forEach(parametros::add);
              return new Operacion(
                  entrada.getKey().toUpperCase(Locale.ROOT),
                  ruta,
                  parametros,
                  entrada.getValue().path("requestBody").path("content"));
            });
  }

  private void pedir(JsonNode api, Operacion operacion) throws IOException, InterruptedException {
    String ruta = operacion.ruta();
    Map<String, String> cabeceras = new TreeMap<>();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonNode parametro : operacion.parametros()) {
      String nombre = parametro.path("name").asText();
      String valor = valorDe(nombre, esquema(api, parametro.path("schema")));
      switch (parametro.path("in").asText()) {
        case "path" -> ruta = ruta.replace("{" + nombre + "}", codificado(valor));
        case "header" -> cabeceras.put(nombre, valor.replaceAll("[^\\x20-\\x7e]", "?"));
        default -> {
          if (azar.porciento(50)) {
            query.add(nombre + "=" + codificado(valor));
          }
        }
      }
    }
    byte[] cuerpo = cuerpo(api, operacion.cuerpo());
    String metodo = azar.porciento(97) ? operacion.metodo() : azar.uno(METODOS);
    HttpRequest.Builder pedido =
        pedido(ruta + query).method(metodo, HttpRequest.BodyPublishers.ofByteArray(cuerpo));
    cabeceras.forEach(pedido::header);
    tipo(operacion.cuerpo()).forEach(tipo -> pedido.header("Content-Type", tipo));
    if (azar.porciento(10)) {
      pedido.header(
          "Accept", azar.uno(List.of("text/html", "*/*", "image/png", "a", "text/csv;q=x")));
    }
    buenos.forEach(
        (nombre, valores) -> {
          if (nombre.startsWith("X-") && azar.porciento(90)) {
            pedido.header(nombre, azar.uno(valores));
          }
        });
    String descripcion =
        "%s %s %s".formatted(metodo, ruta + query, new String(cuerpo, StandardCharsets.UTF_8));
    revisar(descripcion, enviar(pedido.build()));
  }

  private Stream<String> tipo(JsonNode contenido) {
    List<String> tipos = new ArrayList<>(List.of("application/json"));
    contenido.fieldNames().forEachRemaining(tipos::add);
    return azar.porciento(4)
        ? Stream.of(
            azar.uno(
                List.of("text/plain", "application/xml", "a/b;c", "application/json;charset=x")))
        : Stream.of(tipos.getLast());
  }

  private String valorDe(String nombre, JsonNode esquema) {
    if (azar.porciento(40)) {
      return azar.texto();
    }
    List<String> posibles = new ArrayList<>(buenos.getOrDefault(nombre, List.of()));
    esquema.path("enum").forEach(valor -> posibles.add(valor.asText()));
    if (posibles.isEmpty()) {
      posibles.addAll(
          esquema.path("type").toString().contains("integer")
              ? List.of("1", "50")
              : List.of("abc"));
    }
    return azar.uno(posibles);
  }

  private byte[] cuerpo(JsonNode api, JsonNode contenido) {
    if (contenido.isMissingNode() || azar.porciento(5)) {
      return azar.porciento(50) ? new byte[0] : azar.bytes(200);
    }
    JsonNode esquema = esquema(api, contenido.path("application/json").path("schema"));
    return azar.estropear(
        buenos.containsKey("cuerpo")
            ? azar.uno(buenos.getOrDefault("cuerpo", List.of()))
            : objeto(api, esquema, 0));
  }

  private String objeto(JsonNode api, JsonNode esquema, int hondo) {
    StringJoiner miembros = new StringJoiner(",", "{", "}");
    for (Map.Entry<String, JsonNode> propiedad : esquema.path("properties").properties()) {
      JsonNode de = esquema(api, propiedad.getValue());
      boolean parte = de.has("properties") && hondo < 3;
      boolean numero = de.path("type").toString().contains("integer");
      String bueno = valorBueno(propiedad.getKey(), de);
      miembros.add(
          "\"%s\":%s"
              .formatted(
                  propiedad.getKey(),
                  parte ? objeto(api, de, hondo + 1) : numero ? "1" : "\"" + bueno + "\""));
    }
    return miembros.toString();
  }

  private String valorBueno(String nombre, JsonNode esquema) {
    if (esquema.path("enum").isArray()) {
      return esquema.path("enum").path(0).asText();
    }
    return azar.uno(buenos.getOrDefault(nombre, List.of(Estropeador.PERSONAL)));
  }

  /** The schema itself, wherever it stands; of a nullable one what it is when it is there. */
  private static JsonNode esquema(JsonNode api, JsonNode esquema) {
    if (esquema.has("$ref")) {
      return esquema(api, api.at(esquema.path("$ref").asText().substring(1)));
    }
    for (JsonNode otro : esquema.path("anyOf")) {
      if (otro.has("$ref")) {
        return esquema(api, otro);
      }
    }
    return esquema;
  }

  private void revisar(String pedido, HttpResponse<byte[]> respuesta) {
    int estado = respuesta.statusCode();
    estados.merge(estado, 1, Integer::sum);
    if (estado < 400) {
      return;
    }
    String texto = new String(respuesta.body(), StandardCharsets.UTF_8);
    String tipo = respuesta.headers().firstValue("Content-Type").orElse("");
    if (estado >= 500 || !tipo.startsWith(PROBLEMA) || !explica(estado, texto)) {
      fallas.add("HTTP %d %s %.300s, to %.600s".formatted(estado, tipo, texto, pedido));
    }
  }

  private static boolean explica(int estado, String texto) {
    try {
      JsonNode problema = JSON.readTree(texto);
      return problema.path("status").asInt() == estado
          && !problema.path("detail").asText().isBlank()
          && !problema.path("codigo").asText().isBlank()
          && !texto.contains(Estropeador.PERSONAL)
          && !texto.contains("Exception");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private HttpRequest.Builder pedido(String ruta) {
    return HttpRequest.newBuilder(servicio.resolve(ruta))
        .header("Authorization", "Bearer " + IdentidadDePrueba.administrador())
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<byte[]> enviar(HttpRequest pedido) throws IOException, InterruptedException {
    return client.send(pedido, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String codificado(String texto) {
    return URLEncoder.encode(texto, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
