package co.satccf.reporting.consola;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.reporting.Vecindario;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The other services of the suite: each answers what a test says, and tells what it was asked. What
 * no test has said is 503, as when a service is away.
 */
public final class VecinosFalsos implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Dicho> dichos = new ConcurrentHashMap<>();
  private final Map<String, Dicho> unaVez = new ConcurrentHashMap<>();
  private final List<Pedido> pedidos = new CopyOnWriteArrayList<>();

  /** What a service was asked. */
  public record Pedido(
      String que,
      String consulta,
      String autorizacion,
      String ifMatch,
      String camino,
      String cuerpo) {}

  private record Dicho(int estado, String cuerpo) {}

  public VecinosFalsos() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", Vecindario.familias()), 0);
    server.createContext("/", this::responder);
    server.start();
  }

  /**
   * @param que e.g. {@code GET /afiliacion/conteos}
   * @param json with single quotes for double ones
   */
  public VecinosFalsos con(String que, String json) {
    return con(que, 200, json);
  }

  public VecinosFalsos con(String que, int estado, String json) {
    dichos.put(que, new Dicho(estado, json.replace('\'', '"')));
    return this;
  }

  /** The first time; then as when the service is away. */
  public VecinosFalsos unaVez(String que, String json) {
    unaVez.put(que, new Dicho(200, json.replace('\'', '"')));
    return this;
  }

  /** The same for the three families. */
  public VecinosFalsos enCadaFamilia(String metodo, String ruta, String json) {
    for (var familia : List.of("afiliacion", "relacion-laboral", "novedades")) {
      con(metodo + " /" + familia + ruta, json);
    }
    return this;
  }

  public List<Pedido> pedidos(String que) {
    return pedidos.stream().filter(uno -> uno.que().equals(que)).toList();
  }

  public List<Pedido> pedidos() {
    return pedidos;
  }

  /** Those that were meant to change something. */
  public List<Pedido> cambios() {
    return pedidos.stream().filter(uno -> !uno.que().startsWith("GET ")).toList();
  }

  private void responder(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var que = exchange.getRequestMethod() + " " + uri.getPath();
    pedidos.add(
        new Pedido(
            que,
            String.valueOf(uri.getQuery()),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            String.valueOf(exchange.getRequestHeaders().getFirst("If-Match")),
            String.valueOf(exchange.getRequestHeaders().getFirst("X-Forwarded-For")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    var primero = unaVez.remove(que);
    var dicho = primero != null ? primero : dichos.getOrDefault(que, new Dicho(503, ""));
    var bytes = dicho.cuerpo().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(dicho.estado(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
