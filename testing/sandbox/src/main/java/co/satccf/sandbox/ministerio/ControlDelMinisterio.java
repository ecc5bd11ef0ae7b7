package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Drives a simulated Ministry over HTTP, in this JVM or another.
 *
 * <p>Every method throws {@link UncheckedIOException} when the Ministry cannot be reached and
 * {@link IllegalStateException} when it refuses.
 */
public final class ControlDelMinisterio {
  private static final Duration PLAZO = Duration.ofSeconds(30);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private ControlDelMinisterio(URI base) {
    this.base = base;
  }

  /**
   * @param url address without path, such as {@code http://127.0.0.1:8062}; best that of the
   *     control port, which answers while the services refuse connections
   */
  public static ControlDelMinisterio en(String url) {
    return new ControlDelMinisterio(URI.create(url.endsWith("/") ? url : url + "/"));
  }

  /** Whether it answers; false also when nobody listens. */
  public boolean listo() {
    try {
      return enviar(pedido("listo").GET().build()).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Replaces all faults, latencies and limits. */
  public void fallas(Fallas fallas) {
    cuerpo("PUT", "fallas", Json.escribir(fallas));
  }

  public Fallas fallas() {
    return leer("fallas", new TypeReference<>() {});
  }

  /** No faults, no latency, no limit; a closed listener opens again. */
  public void sinFallas() {
    exigir(enviar(pedido("fallas").DELETE().build()));
  }

  public ModoDelMinisterio modo() {
    return leer("modo", new TypeReference<>() {});
  }

  public void modo(ModoDelMinisterio modo) {
    cuerpo("PUT", "modo", Json.escribir(modo));
  }

  /** Changes some of the mode's fields, by name; the others stay. */
  public void modo(Map<String, ?> cambios) {
    cuerpo("PUT", "modo", Json.escribir(cambios));
  }

  /** Revokes every token of every service. */
  public void revocarTokens() {
    cuerpo("POST", "tokens/revocar", "{}");
  }

  /** Revokes every token of one service. */
  public void revocarTokens(String servicio) {
    cuerpo("POST", "tokens/revocar", Json.escribir(Map.of("servicio", servicio)));
  }

  /** Opening balance: these employers are in SAT from now on. */
  public void incorporar(Collection<EmpleadorEnSat> empleadores) {
    cuerpo("POST", "empleadores", Json.escribir(List.copyOf(empleadores)));
  }

  public void incorporar(EmpleadorEnSat empleador) {
    incorporar(List.of(empleador));
  }

  /** Forgets the ledger in memory, which a run of millions would fill; its file keeps all. */
  public void olvidarLibro() {
    cuerpo("POST", "libro/olvidar", "");
  }

  /** Forgets ledger, tokens, employers and faults; the mode is again that of the start. */
  public void reiniciar() {
    cuerpo("POST", "reiniciar", "");
  }

  public ResumenDelMinisterio resumen() {
    return leer("resumen", new TypeReference<>() {});
  }

  /** The whole ledger in its order. Fit for some 100,000 lines; above, read {@link #lineas()}. */
  public List<EntradaDelLibro> libro() {
    try (Stream<EntradaDelLibro> entradas = lineas()) {
      return entradas.toList();
    }
  }

  /** The ledger of one service in its order. */
  public List<EntradaDelLibro> libro(String servicio) {
    try (Stream<EntradaDelLibro> entradas = lineas()) {
      return entradas.filter(entrada -> entrada.servicio().equals(servicio)).toList();
    }
  }

  /** The ledger as it comes; close the stream. */
  public Stream<EntradaDelLibro> lineas() {
    HttpRequest pedido = pedido("libro").GET().build();
    try {
      HttpResponse<Stream<String>> respuesta =
          http.send(pedido, HttpResponse.BodyHandlers.ofLines());
      return respuesta.body().filter(linea -> !linea.isEmpty()).map(ControlDelMinisterio::entrada);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrumpido(e);
    }
  }

  private static EntradaDelLibro entrada(String linea) {
    try {
      return Json.MAPPER.readValue(linea, EntradaDelLibro.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger holds a line that is no entry");
    }
  }

  private <T> T leer(String ruta, TypeReference<T> tipo) {
    try {
      return Json.MAPPER.readValue(exigir(enviar(pedido(ruta).GET().build())), tipo);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cuerpo(String metodo, String ruta, String cuerpo) {
    exigir(
        enviar(
            pedido(ruta)
                .header("Content-Type", "application/json")
                .method(metodo, HttpRequest.BodyPublishers.ofString(cuerpo))
                .build()));
  }

  private HttpRequest.Builder pedido(String ruta) {
    return HttpRequest.newBuilder(base.resolve("control/" + ruta)).timeout(PLAZO);
  }

  private HttpResponse<String> enviar(HttpRequest pedido) {
    try {
      return http.send(pedido, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrumpido(e);
    }
  }

  private static String exigir(HttpResponse<String> respuesta) {
    if (respuesta.statusCode() >= 300) {
      throw new IllegalStateException(
          "control answered " + respuesta.statusCode() + ": " + respuesta.body());
    }
    return respuesta.body();
  }

  private static IllegalStateException interrumpido(InterruptedException causa) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", causa);
  }
}
