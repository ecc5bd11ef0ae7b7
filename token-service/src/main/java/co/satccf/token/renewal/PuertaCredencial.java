package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.CredencialRechazada;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one user and password, used by one request at a time: were seven under way with a wrong
 * password, all seven would count at the Ministry. Once refused, the gate stays closed until the
 * credentials change, which in this version is a restart (rule 18: an account must not be locked by
 * us).
 */
@ApplicationScoped
public class PuertaCredencial {

  private static final Logger LOG = Logger.getLogger(PuertaCredencial.class);

  /** Nobody outside is called meanwhile, so asking us again costs nothing. */
  private static final Duration VOLVER_A_PREGUNTAR = Duration.ofMinutes(1);

  private final Clock clock;
  private final ReentrantLock uso = new ReentrantLock(true);
  private volatile @Nullable Instant rechazadaDesde;

  PuertaCredencial(Clock clock) {
    this.clock = clock;
  }

  /** Waits for its turn and makes the request, unless the credentials were refused meanwhile. */
  Respuesta pasar(ServicioSat servicio, Supplier<Respuesta> peticion) {
    uso.lock();
    try {
      if (cerrada()) {
        return new CredencialRechazada();
      }
      Respuesta respuesta = peticion.get();
      if (respuesta instanceof CredencialRechazada) {
        Instant ahora = clock.instant();
        rechazadaDesde = ahora;
        LOG.errorf(
            "event=credential_refused alert=true servicio=%s desde=%s", servicio.nombre(), ahora);
      }
      return respuesta;
    } finally {
      uso.unlock();
    }
  }

  boolean cerrada() {
    return rechazadaDesde != null;
  }

  /** Since when the credentials are refused; empty while they are good or untried. */
  public Optional<Instant> rechazadaDesde() {
    return Optional.ofNullable(rechazadaDesde);
  }

  static SinToken sinToken() {
    return new SinToken(Codigo.CREDENCIAL_RECHAZADA, VOLVER_A_PREGUNTAR);
  }
}
