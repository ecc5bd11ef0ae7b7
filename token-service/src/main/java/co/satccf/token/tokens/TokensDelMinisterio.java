package co.satccf.token.tokens;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.TokenConfig;
import co.satccf.token.ministerio.PuertaDelMinisterio;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The one live token of each ClientID. In this version it stands in memory: one replica. */
@ApplicationScoped
public class TokensDelMinisterio {

  private final Map<ServicioSat, ClienteSat> clientes = new EnumMap<>(ServicioSat.class);

  TokensDelMinisterio(
      TokenConfig config,
      PuertaDelMinisterio ministerio,
      Credencial credencial,
      Clock clock,
      MeterRegistry metrics) {
    for (ServicioSat servicio : ServicioSat.values()) {
      ClienteSat cliente =
          new ClienteSat(servicio, config.token(), ministerio, credencial, clock, metrics);
      clientes.put(servicio, cliente);
      Gauge.builder("sat.token.edad", cliente, ClienteSat::edad)
          .tag("servicio", servicio.nombre())
          .baseUnit("segundos")
          .register(metrics);
    }
  }

  /** A token that lives; asked from the Ministry when there is none. */
  public TokenVivo vigente(ServicioSat servicio) throws TokenNoDisponible {
    return cliente(servicio).vigente();
  }

  /** Another token than the one that SAT refused. */
  public TokenVivo rechazado(ServicioSat servicio, String huella) throws TokenNoDisponible {
    return cliente(servicio).rechazado(huella);
  }

  private ClienteSat cliente(ServicioSat servicio) {
    return Objects.requireNonNull(clientes.get(servicio));
  }

  /** The clock of token lives. */
  @ApplicationScoped
  static class Reloj {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
