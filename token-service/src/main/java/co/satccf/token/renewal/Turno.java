package co.satccf.token.renewal;

import co.satccf.token.config.SatConfig;
import co.satccf.token.flota.Cliente;
import co.satccf.token.flota.Flota;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Puerta;
import co.satccf.token.flota.Reclamo;
import co.satccf.token.vigente.TokenVigente;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One ClientID on this replica. Whether a token lives, is due, or may be asked for is what the
 * fleet's rows say; here stands only that this replica runs one renewal at a time, and that callers
 * wait for it no longer than they should.
 */
final class Turno {

  private static final Logger LOG = Logger.getLogger(Turno.class);

  /** Whoever has the door gives it back, or loses it, sooner. */
  private static final Duration PACIENCIA = Puerta.ARRIENDO.plusSeconds(5);

  private static final Duration ENTRE_MIRADAS = Duration.ofMillis(100);

  private final Cliente cliente;
  private final SatConfig.Renovacion config;
  private final Mirador mirador;
  private final Flota flota;
  private final Puerta puerta;
  private final Renovador renovador;
  private final EnVuelo enVuelo;

  private @Nullable CompletableFuture<Void> enCurso;

  Turno(
      Cliente cliente,
      SatConfig.Renovacion config,
      Mirador mirador,
      Flota flota,
      Puerta puerta,
      Renovador renovador,
      EnVuelo enVuelo) {
    this.cliente = cliente;
    this.config = config;
    this.mirador = mirador;
    this.flota = flota;
    this.puerta = puerta;
    this.renovador = renovador;
    this.enVuelo = enVuelo;
  }

  /** A live token, at once if there is one; else waits for a renewal, within its bound. */
  TokenVigente vigente() throws SinToken {
    Vista vista = mirador.mirar(cliente);
    CompletableFuture<Void> renovacion =
        vista.renovacion() == null ? CompletableFuture.completedFuture(null) : renovar();
    if (vista.token() != null) {
      return vista.token();
    }
    if (vista.renovacion() == null) {
      throw vista.falta();
    }
    esperar(renovacion);
    Vista despues = mirador.mirar(cliente);
    if (despues.token() == null) {
      throw despues.falta();
    }
    return despues.token();
  }

  /** A token that is not the refused one (rule 18); a superseded refusal costs no call. */
  TokenVigente enLugarDe(String huella) throws SinToken {
    try {
      switch (flota.rechazar(
          cliente, huella, config.pausaTrasRechazo(), Codigo.SIN_AUTORIZACION.name())) {
        case AJENO -> {
          // Another stands in its place already, or nothing does.
        }
        case RETIRADO -> rechazado(huella);
        case EN_PAUSA -> {
          rechazado(huella);
          LOG.errorf(
              "event=not_authorised servicio=%s cause=\"refused the renewed token too\"",
              cliente.servicio().nombre());
        }
      }
    } catch (FlotaCaida away) {
      mirador.olvidar(cliente, huella);
    }
    return vigente();
  }

  private void rechazado(String huella) {
    LOG.warnf(
        "event=token_refused_by_sat servicio=%s huella=%s", cliente.servicio().nombre(), huella);
  }

  /** Why the Ministry is not asked for this service, if so. */
  Optional<Pausa> pausa() {
    return Optional.ofNullable(mirador.mirar(cliente).pausa());
  }

  private synchronized CompletableFuture<Void> renovar() {
    if (enCurso != null) {
      return enCurso;
    }
    CompletableFuture<Void> renovacion = new CompletableFuture<>();
    enCurso = renovacion;
    enVuelo.execute(() -> renovar(renovacion));
    return renovacion;
  }

  private void renovar(CompletableFuture<Void> renovacion) {
    try {
      intentar();
    } catch (RuntimeException unexpected) {
      LOG.errorf(
          "event=renewal_broke servicio=%s cause=%s",
          cliente.servicio().nombre(), unexpected.getClass().getName());
    } finally {
      synchronized (this) {
        enCurso = null;
      }
      renovacion.complete(null);
    }
  }

  /** Until somebody in the fleet has renewed, or there is a reason not to. */
  private void intentar() {
    long desde = System.nanoTime();
    while (System.nanoTime() - desde < PACIENCIA.toNanos()) {
      Vista.Renovacion vista = mirador.mirar(cliente).renovacion();
      if (vista == null || enVuelo.cerrando()) {
        return;
      }
      try {
        Reclamo reclamo = puerta.reclamar(cliente, vista.vista(), vista.huellas());
        if (reclamo instanceof Reclamo.Dado dado) {
          renovador.pedir(dado, vista.credencial());
        }
        if (!(reclamo instanceof Reclamo.Ocupada)) {
          return;
        }
      } catch (FlotaCaida away) {
        return;
      }
      long pausa = ENTRE_MIRADAS.toNanos();
      LockSupport.parkNanos(pausa + ThreadLocalRandom.current().nextLong(pausa));
    }
  }

  private void esperar(CompletableFuture<Void> renovacion) {
    try {
      renovacion.get(config.espera().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // Whoever waited too long is told to come back.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException never) {
      throw new IllegalStateException("a renewal ends without a failure", never);
    }
  }
}
