package co.satccf.token.medidas;

import co.satccf.model.ServicioSat;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** What happens with tokens, counted per service; every series is there from the start. */
@ApplicationScoped
public class Medidas {

  private static final double MILISEGUNDOS = 1_000.0;

  private final MeterRegistry registry;
  private final TokensVigentes vigentes;
  private final Clock clock;

  public Medidas(MeterRegistry registry, TokensVigentes vigentes, Clock clock) {
    this.registry = registry;
    this.vigentes = vigentes;
    this.clock = clock;
  }

  void alIniciar(@Observes StartupEvent event) {
    for (ServicioSat servicio : ServicioSat.values()) {
      Gauge.builder("sat.token.edad.segundos", () -> edad(servicio))
          .description("Seconds since the live token was asked for; NaN without one")
          .tag("servicio", servicio.nombre())
          .register(registry);
      entregados(servicio);
      for (Resultado resultado : Resultado.values()) {
        peticiones(servicio, resultado);
      }
    }
  }

  /** A request was made to the Ministry. */
  public void pedido(ServicioSat servicio, Respuesta respuesta) {
    peticiones(servicio, Resultado.de(respuesta)).increment();
  }

  /** A token was handed to a caller. */
  public void entregado(ServicioSat servicio) {
    entregados(servicio).increment();
  }

  private double edad(ServicioSat servicio) {
    TokenVigente token = vigentes.de(servicio);
    return token == null || !token.vive(clock.instant())
        ? Double.NaN
        : Duration.between(token.pedido(), clock.instant()).toMillis() / MILISEGUNDOS;
  }

  private Counter peticiones(ServicioSat servicio, Resultado resultado) {
    return Counter.builder("sat.token.peticiones")
        .description("Requests made to the Ministry's token endpoint")
        .tag("servicio", servicio.nombre())
        .tag("resultado", resultado.etiqueta())
        .register(registry);
  }

  private Counter entregados(ServicioSat servicio) {
    return Counter.builder("sat.token.entregados")
        .description("Tokens handed to callers")
        .tag("servicio", servicio.nombre())
        .register(registry);
  }
}
