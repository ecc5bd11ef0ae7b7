package co.satccf.reporting.consola.familias;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.consola.sesion.Sesion;
import co.satccf.reporting.documento.NombreDeFamilia;
import co.satccf.reporting.problema.NoHay;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateExtension;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The other services, for the person of this request. */
@Singleton
public class Suite {

  private static final Duration CONEXION = Duration.ofSeconds(3);

  private final ReportingConfig config;
  private final Sesion sesion;
  private final Vecino.Linea linea;

  Suite(ReportingConfig config, Sesion sesion, ObjectMapper json) {
    this.config = config;
    this.sesion = sesion;
    this.linea =
        new Vecino.Linea(
            HttpClient.newBuilder().connectTimeout(CONEXION).build(),
            json,
            config.consola().plazo());
  }

  public Vecino de(ServicioSat servicio) {
    return de(servicio.familia());
  }

  public Vecino de(Familia familia) {
    var suyo = config.familias().get(familia);
    return vecino(NombreDeFamilia.de(familia), suyo == null ? null : suyo.url());
  }

  public Vecino tokenService() {
    return vecino("tokens y credenciales", config.token().url().orElse(null));
  }

  /** The three of them, in the order of {@link Familia}. */
  public List<Vecino> familias() {
    return Arrays.stream(Familia.values()).map(this::de).toList();
  }

  /** As a step of an address. */
  @TemplateExtension
  public static String enRuta(Familia familia) {
    return familia.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws NoHay when no family is written so
   */
  public static Familia deRuta(String ruta) {
    return Arrays.stream(Familia.values())
        .filter(una -> enRuta(una).equals(ruta))
        .findFirst()
        .orElseThrow(() -> new NoHay("No hay tal familia de servicios"));
  }

  /** Asks all of them at once; who does not answer takes nothing from the others. */
  public static <T> List<Respuesta<T>> aTodos(List<Vecino> vecinos, Function<Vecino, T> pregunta) {
    try (var hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      var futuros =
          vecinos.stream().map(vecino -> hilos.submit(() -> respuesta(vecino, pregunta))).toList();
      return futuros.stream().map(Suite::resultado).toList();
    }
  }

  private static <T> Respuesta<T> respuesta(Vecino vecino, Function<Vecino, T> pregunta) {
    try {
      return new Respuesta<>(vecino.quien(), pregunta.apply(vecino), null);
    } catch (FallaDeVecino falla) {
      return new Respuesta<>(vecino.quien(), null, falla.problema().detail());
    }
  }

  private static <T> T resultado(Future<T> futuro) {
    try {
      return futuro.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }

  private Vecino vecino(String quien, @Nullable URI url) {
    return new Vecino(linea, quien, url, sesion.autorizacion(), sesion.camino());
  }
}
