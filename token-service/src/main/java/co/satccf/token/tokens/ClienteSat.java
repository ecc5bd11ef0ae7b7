package co.satccf.token.tokens;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.TokenConfig;
import co.satccf.token.ministerio.PuertaDelMinisterio;
import co.satccf.token.ministerio.SolicitudFallida;
import co.satccf.token.tokens.TokenNoDisponible.Motivo;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The token of one ClientID: one renewal at a time, ahead of expiry while somebody asks, and not
 * more often than rule 18 allows. Whoever asks while a living token is renewed gets the old one.
 */
final class ClienteSat {

  private static final Logger LOG = Logger.getLogger(ClienteSat.class);

  private final ServicioSat servicio;
  private final TokenConfig.Token config;
  private final PuertaDelMinisterio ministerio;
  private final Credencial credencial;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final ReentrantLock renovacion = new ReentrantLock();
  private volatile @Nullable TokenVivo vivo;
  private Instant noAntes = Instant.EPOCH;
  private Motivo ultimoMotivo = Motivo.MINISTERIO_NO_DISPONIBLE;
  private int fallos;
  private Instant ultimoRechazo = Instant.EPOCH;

  ClienteSat(
      ServicioSat servicio,
      TokenConfig.Token config,
      PuertaDelMinisterio ministerio,
      Credencial credencial,
      Clock clock,
      MeterRegistry metrics) {
    this.servicio = servicio;
    this.config = config;
    this.ministerio = ministerio;
    this.credencial = credencial;
    this.clock = clock;
    this.metrics = metrics;
  }

  TokenVivo vigente() throws TokenNoDisponible {
    TokenVivo token = vivo;
    Instant ahora = clock.instant();
    if (token == null || !token.vive(ahora)) {
      return otroQue(token);
    }
    if (token.restante(ahora).compareTo(config.adelanto()) < 0) {
      renovarAparte(token);
    }
    return token;
  }

  /** Takes note that SAT answered 401 to the token with this fingerprint (rule 18). */
  TokenVivo rechazado(String huella) throws TokenNoDisponible {
    TokenVivo token = vivo;
    if (token != null && !token.huella().equals(huella) && token.vive(clock.instant())) {
      return token;
    }
    lock();
    try {
      TokenVivo ahora = vivo;
      if (ahora != null && !ahora.huella().equals(huella) && ahora.vive(clock.instant())) {
        return ahora;
      }
      // Refused: nobody gets it any more, whatever comes of the renewal.
      vivo = null;
      Instant permitido = ultimoRechazo.plus(config.entreRechazos());
      if (clock.instant().isBefore(permitido)) {
        throw esperar(Duration.between(clock.instant(), permitido), Motivo.SIN_AUTORIZACION);
      }
      ultimoRechazo = clock.instant();
      return renovar();
    } finally {
      renovacion.unlock();
    }
  }

  /** A token other than the one seen; waits for a renewal that is under way. */
  private TokenVivo otroQue(@Nullable TokenVivo visto) throws TokenNoDisponible {
    lock();
    try {
      TokenVivo token = vivo;
      return token != null && token != visto && token.vive(clock.instant()) ? token : renovar();
    } finally {
      renovacion.unlock();
    }
  }

  private void renovarAparte(TokenVivo visto) {
    if (!renovacion.isLocked()) {
      Thread.ofVirtual()
          .name("renovar-" + servicio.nombre())
          .start(
              () -> {
                if (renovacion.tryLock()) {
                  try {
                    if (vivo == visto) {
                      renovar();
                    }
                  } catch (TokenNoDisponible later) {
                    LOG.debugf(
                        "event=renewal_later servicio=%s motivo=%s",
                        servicio.nombre(), later.motivo());
                  } finally {
                    renovacion.unlock();
                  }
                }
              });
    }
  }

  private void lock() throws TokenNoDisponible {
    try {
      if (!renovacion.tryLock(config.plazo().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TokenNoDisponible(Motivo.MINISTERIO_NO_DISPONIBLE, config.esperaInicial());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new TokenNoDisponible(Motivo.MINISTERIO_NO_DISPONIBLE, config.esperaInicial());
    }
  }

  private TokenVivo renovar() throws TokenNoDisponible {
    credencial.exigir();
    Instant pedido = clock.instant();
    if (pedido.isBefore(noAntes)) {
      throw new TokenNoDisponible(ultimoMotivo, Duration.between(pedido, noAntes));
    }
    try {
      PuertaDelMinisterio.Emitido emitido = ministerio.solicitar(servicio);
      Duration vida = min(emitido.vida(), config.vidaMaxima());
      // A margin of half the life or more would leave next to nothing: short lives get a tenth.
      Duration margen =
          config.margen().multipliedBy(2).compareTo(vida) < 0
              ? config.margen()
              : vida.dividedBy(10);
      TokenVivo nuevo = TokenVivo.de(emitido.token(), pedido, pedido.plus(vida).minus(margen));
      vivo = nuevo;
      fallos = 0;
      contar("entregado");
      LOG.infof(
          "event=token_renewed servicio=%s huella=%s vida_s=%d",
          servicio.nombre(), nuevo.huella(), vida.toSeconds());
      return nuevo;
    } catch (SolicitudFallida fallida) {
      contar(fallida.causa().name());
      throw fallo(fallida.causa());
    }
  }

  private TokenNoDisponible fallo(SolicitudFallida.Causa causa) throws TokenNoDisponible {
    return switch (causa) {
      case CREDENCIAL_RECHAZADA -> {
        credencial.rechazar();
        credencial.exigir();
        yield new TokenNoDisponible(Motivo.CREDENCIAL_RECHAZADA, config.esperaMaxima());
      }
      case CLIENTE_RECHAZADO -> {
        LOG.errorf("event=client_refused servicio=%s", servicio.nombre());
        yield esperar(config.clienteRechazado(), Motivo.CLIENTE_RECHAZADO);
      }
      case NO_DISPONIBLE -> {
        fallos++;
        long tope =
            Math.min(
                config.esperaMaxima().toMillis(),
                config.esperaInicial().toMillis() << Math.min(fallos, 16));
        Duration espera =
            Duration.ofMillis(tope / 2 + ThreadLocalRandom.current().nextLong(tope / 2 + 1));
        LOG.warnf("event=ministry_gives_no_token servicio=%s fallos=%d", servicio.nombre(), fallos);
        yield esperar(espera, Motivo.MINISTERIO_NO_DISPONIBLE);
      }
    };
  }

  private TokenNoDisponible esperar(Duration espera, Motivo motivo) {
    noAntes = clock.instant().plus(espera);
    ultimoMotivo = motivo;
    return new TokenNoDisponible(motivo, espera);
  }

  /** Age of the living token in seconds; 0 when there is none. */
  double edad() {
    TokenVivo token = vivo;
    return token == null ? 0 : Duration.between(token.pedido(), clock.instant()).toSeconds();
  }

  private void contar(String resultado) {
    metrics
        .counter("sat.token.peticiones", "servicio", servicio.nombre(), "resultado", resultado)
        .increment();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
