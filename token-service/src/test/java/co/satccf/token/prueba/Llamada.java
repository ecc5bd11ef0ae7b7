package co.satccf.token.prueba;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls of the service under test, as a transmitter makes them. */
public final class Llamada {

  private static final ExecutorService HILOS = Executors.newVirtualThreadPerTaskExecutor();
  private static final HttpClient CLIENTE =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String TODAS = "Bearer " + IdentidadDePrueba.deTodasLasFamilias();

  private Llamada() {}

  /** An answer; {@code cuerpo} is empty when it was not JSON. */
  public record Resultado(int estado, HttpResponse<String> respuesta) {

    public JsonObject cuerpo() {
      return new JsonObject(respuesta.body());
    }

    public String token() {
      return cuerpo().getString("token");
    }

    public String huella() {
      return cuerpo().getString("huella");
    }

    public String codigo() {
      return cuerpo().getString("codigo");
    }

    public String detalle() {
      return cuerpo().getString("detail");
    }

    public String etiqueta() {
      return cabecera("ETag");
    }

    public long segundosRestantes() {
      return cuerpo().getLong("segundosRestantes");
    }

    public Duration retryAfter() {
      return Duration.ofSeconds(Long.parseLong(cabecera("Retry-After")));
    }

    public String cabecera(String nombre) {
      return respuesta.headers().firstValue(nombre).orElse("");
    }
  }

  public static Resultado token(ServicioSat servicio) {
    return get("/tokens/" + servicio.nombre());
  }

  public static Resultado rechazo(ServicioSat servicio, String huella) {
    return post(
        "/tokens/" + servicio.nombre() + "/rechazos",
        new JsonObject().put("huella", huella).encode());
  }

  /** With the token of a caller that may have every service's. */
  public static Resultado get(String ruta) {
    return get(ruta, bueno(ruta));
  }

  /**
   * @param autorizacion the header as it is sent; none when it is empty
   */
  public static Resultado get(String ruta, String autorizacion) {
    return enviar(de(autorizacion, solicitud(ruta)).GET());
  }

  public static Resultado post(String ruta, String cuerpo) {
    return postCon(bueno(ruta), ruta, cuerpo);
  }

  public static Resultado postCon(String autorizacion, String ruta, String cuerpo) {
    return enviar(
        de(autorizacion, solicitud(ruta))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(cuerpo)));
  }

  /** As a person of this name, who may do everything. */
  public static Resultado post(String ruta, String cuerpo, String persona) {
    String token = IdentidadDePrueba.persona(persona, UsuarioDeArena.ADMINISTRADOR);
    return enviar(de("Bearer " + token, solicitud(ruta)).POST(BodyPublishers.ofString(cuerpo)));
  }

  /** As a proxy passes it on. */
  public static Resultado reenviada(String cabecera, String ruta, String cuerpo) {
    return enviar(
        de(bueno(ruta), solicitud(ruta))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", cabecera)
            .POST(BodyPublishers.ofString(cuerpo)));
  }

  /** As a person who has seen this state; {@code etiqueta} is empty for one who has seen none. */
  public static Resultado cambiar(String metodo, String ruta, String etiqueta, String cuerpo) {
    HttpRequest.Builder solicitud =
        de(bueno(ruta), solicitud(ruta)).header("Content-Type", "application/json");
    if (!etiqueta.isEmpty()) {
      solicitud.header("If-Match", etiqueta);
    }
    return enviar(solicitud.method(metodo, BodyPublishers.ofString(cuerpo)));
  }

  public static Resultado con(String metodo, String ruta, String cuerpo) {
    return con(bueno(ruta), metodo, ruta, cuerpo);
  }

  /**
   * @param autorizacion the header as it is sent; none when it is empty
   */
  public static Resultado con(String autorizacion, String metodo, String ruta, String cuerpo) {
    return enviar(
        de(autorizacion, solicitud(ruta))
            .header("Content-Type", "application/json")
            .method(metodo, BodyPublishers.ofString(cuerpo)));
  }

  /** Starts so many calls at once; {@link #todos} waits for them. */
  public static List<Future<Resultado>> aLaVez(int cuantas, Supplier<Resultado> llamada) {
    CompletableFuture<Void> salida = new CompletableFuture<>();
    List<Future<Resultado>> resultados = new ArrayList<>();
    for (int i = 0; i < cuantas; i++) {
      resultados.add(
          HILOS.submit(
              () -> {
                salida.join();
                return llamada.get();
              }));
    }
    salida.complete(null);
    return resultados;
  }

  public static List<Resultado> todos(List<Future<Resultado>> futuros) {
    List<Resultado> resultados = new ArrayList<>();
    for (Future<Resultado> futuro : futuros) {
      try {
        resultados.add(futuro.get());
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return resultados;
  }

  /** Who may ask for this: a transmitter for tokens, a person for the rest. */
  private static String bueno(String ruta) {
    return ruta.startsWith("/tokens") ? TODAS : "Bearer " + IdentidadDePrueba.administrador();
  }

  private static HttpRequest.Builder de(String autorizacion, HttpRequest.Builder solicitud) {
    return autorizacion.isEmpty() ? solicitud : solicitud.header("Authorization", autorizacion);
  }

  private static HttpRequest.Builder solicitud(String ruta) {
    // Health, metrics and OpenAPI have a port of their own.
    String cual =
        ruta.startsWith("/q/") ? "quarkus.management.test-port" : "quarkus.http.test-port";
    String puerto = ConfigProvider.getConfig().getValue(cual, String.class);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + puerto + ruta))
        .timeout(Duration.ofSeconds(20));
  }

  private static Resultado enviar(HttpRequest.Builder solicitud) {
    try {
      HttpResponse<String> respuesta = CLIENTE.send(solicitud.build(), BodyHandlers.ofString());
      return new Resultado(respuesta.statusCode(), respuesta);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
