package co.satccf.token.prueba;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A token endpoint that does as the test says and keeps every request it received. */
public final class MinisterioDePrueba implements AutoCloseable {

  /** What the endpoint makes of one form. */
  @FunctionalInterface
  public interface Guion {
    Contestacion contestar(Map<String, String> formulario) throws InterruptedException;
  }

  /**
   * @param estado HTTP status; 0 drops the connection without an answer
   */
  public record Contestacion(int estado, String cuerpo, Map<String, String> cabeceras) {

    public static Contestacion json(int estado, String cuerpo) {
      return new Contestacion(estado, cuerpo, Map.of("Content-Type", "application/json"));
    }

    public static Contestacion error(int estado, String codigo) {
      return json(
          estado, "{\"error\":\"%s\",\"error_description\":\"synthetic\"}".formatted(codigo));
    }

    public static Contestacion concede(String token, long expiresIn) {
      return json(
          200,
          "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}"
              .formatted(token, expiresIn));
    }

    public static Contestacion corte() {
      return new Contestacion(0, "", Map.of());
    }
  }

  /** One request as it came. */
  public record Peticion(
      String ruta, Map<String, String> cabeceras, Map<String, String> formulario) {}

  private final HttpServer server;
  private final ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Peticion> peticiones = new CopyOnWriteArrayList<>();
  private final AtomicInteger emitidos = new AtomicInteger();
  private volatile Guion guion = this::concederOtro;

  public MinisterioDePrueba() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(hilos);
    server.createContext("/", this::atender);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void contesta(Guion nuevo) {
    guion = nuevo;
  }

  /** Grants again, and forgets what came so far. */
  public void reiniciar() {
    guion = this::concederOtro;
    peticiones.clear();
  }

  public Contestacion concederOtro(Map<String, String> formulario) {
    return Contestacion.concede(otroToken(), 1_199);
  }

  public String otroToken() {
    return "token-secreto-" + emitidos.incrementAndGet();
  }

  public List<Peticion> peticiones() {
    return List.copyOf(peticiones);
  }

  private void atender(HttpExchange intercambio) throws IOException {
    try (intercambio) {
      Map<String, String> formulario =
          formulario(new String(intercambio.getRequestBody().readAllBytes(), UTF_8));
      peticiones.add(
          new Peticion(intercambio.getRequestURI().getPath(), cabeceras(intercambio), formulario));
      Contestacion contestacion = guion.contestar(formulario);
      if (contestacion.estado() == 0) {
        return;
      }
      byte[] cuerpo = contestacion.cuerpo().getBytes(UTF_8);
      contestacion.cabeceras().forEach(intercambio.getResponseHeaders()::set);
      intercambio.sendResponseHeaders(
          contestacion.estado(), cuerpo.length == 0 ? -1 : cuerpo.length);
      intercambio.getResponseBody().write(cuerpo);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> cabeceras(HttpExchange intercambio) {
    return intercambio.getRequestHeaders().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(",", e.getValue())));
  }

  private static Map<String, String> formulario(String cuerpo) {
    return Arrays.stream(cuerpo.split("&", -1))
        .map(par -> par.split("=", 2))
        .filter(par -> par.length == 2)
        .collect(
            Collectors.toMap(
                par -> URLDecoder.decode(par[0], UTF_8), par -> URLDecoder.decode(par[1], UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
    hilos.shutdownNow();
  }
}
