package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.SatConfig;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.ClienteRechazado;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.ministerio.Respuesta.CredencialRechazada;
import co.satccf.token.ministerio.Respuesta.NegadoSinMotivo;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
  private final Set<ServicioSat> negadosSinMotivo = EnumSet.noneOf(ServicioSat.class);
  private final Duration pausa;
  private volatile @Nullable Instant rechazadaDesde;
  private @Nullable Negada negada;

  /** A refusal without a reason that two services got in a row: it may well be the password. */
  private record Negada(Respuesta respuesta, Instant hasta) {}

  PuertaCredencial(Clock clock, SatConfig config) {
    this.clock = clock;
    this.pausa = config.renovacion().pausaCliente();
  }

  /** Waits for its turn and makes the request, unless the credentials were refused meanwhile. */
  Respuesta pasar(ServicioSat servicio, Supplier<Respuesta> peticion) {
    uso.lock();
    try {
      if (cerrada()) {
        return new CredencialRechazada();
      }
      Negada sinMotivo = negada;
      if (sinMotivo != null && clock.instant().isBefore(sinMotivo.hasta())) {
        return sinMotivo.respuesta();
      }
      Respuesta respuesta = peticion.get();
      anotar(servicio, respuesta, clock.instant());
      return respuesta;
    } finally {
      uso.unlock();
    }
  }

  /**
   * One service refused without a reason may be that service's own trouble. Two in a row, with none
   * granted between them, may be the password: then no other tries it before the pause is over.
   */
  private void anotar(ServicioSat servicio, Respuesta respuesta, Instant ahora) {
    switch (respuesta) {
      case Concedido _ -> {
        negadosSinMotivo.clear();
        negada = null;
      }
      case NegadoSinMotivo _ -> {
        negadosSinMotivo.add(servicio);
        if (negadosSinMotivo.size() > 1) {
          negada = new Negada(respuesta, ahora.plus(pausa));
          LOG.errorf(
              "event=credential_perhaps_refused alert=true servicio=%s hasta=%s",
              servicio.nombre(), ahora.plus(pausa));
        }
      }
      case CredencialRechazada() -> {
        rechazadaDesde = ahora;
        LOG.errorf(
            "event=credential_refused alert=true servicio=%s desde=%s", servicio.nombre(), ahora);
      }
      case ClienteRechazado(), SinRespuesta _ -> {}
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
