package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.SatConfig;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.ClienteRechazado;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.ministerio.Respuesta.CredencialRechazada;
import co.satccf.token.ministerio.Respuesta.NegadoSinMotivo;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One ClientID: at most one renewal under way, and none while there is a reason to wait. The old
 * token serves as long as it lives; the lock is never held during a call.
 */
final class Turno {

  private static final Logger LOG = Logger.getLogger(Turno.class);
  private static final Duration RENOVACION_EN_CURSO = Duration.ofSeconds(2);

  private final ServicioSat servicio;
  private final SatConfig.Renovacion config;
  private final Retroceso retroceso;
  private final PuertaCredencial puerta;
  private final TokensVigentes tokens;
  private final Supplier<Respuesta> peticion;
  private final Clock clock;

  private @Nullable CompletableFuture<Void> enCurso;
  private @Nullable Pausa pausa;
  private int fallos;

  /** The token SAT refused while it was the current one, until another takes its place. */
  private @Nullable String huellaRechazada;

  /** When the last renewal because of a refusal began. */
  private @Nullable Instant renovadoPorRechazo;

  Turno(
      ServicioSat servicio,
      SatConfig.Renovacion config,
      PuertaCredencial puerta,
      TokensVigentes tokens,
      Supplier<Respuesta> peticion,
      Clock clock) {
    this.servicio = servicio;
    this.config = config;
    this.retroceso = Retroceso.de(config.retroceso());
    this.puerta = puerta;
    this.tokens = tokens;
    this.peticion = peticion;
    this.clock = clock;
  }

  /** A live token, at once if there is one; else waits for the one renewal, within its bound. */
  TokenVigente vigente() throws SinToken {
    CompletableFuture<Void> renovacion;
    synchronized (this) {
      Instant ahora = clock.instant();
      TokenVigente token = vivo(ahora);
      if (token == null || token.porRenovar(ahora)) {
        renovarSiProcede(ahora);
      }
      if (token != null) {
        return token;
      }
      if (enCurso == null) {
        throw sinToken(ahora);
      }
      renovacion = enCurso;
    }
    esperar(renovacion);
    synchronized (this) {
      Instant ahora = clock.instant();
      TokenVigente token = vivo(ahora);
      if (token == null) {
        throw sinToken(ahora);
      }
      return token;
    }
  }

  /** A token that is not the refused one (rule 18); a superseded refusal costs no call. */
  TokenVigente enLugarDe(String huella) throws SinToken {
    synchronized (this) {
      Instant ahora = clock.instant();
      TokenVigente actual = tokens.de(servicio);
      if (actual != null && actual.huella().equals(huella) && actual.vive(ahora)) {
        rechazado(actual, ahora);
      } else if (actual == null && huellaRechazada == null) {
        // After a restart nothing is known; the Ministry may hand out the very same token again.
        huellaRechazada = huella;
      }
    }
    return vigente();
  }

  /** Why and until when the Ministry is not asked for this service. */
  synchronized Optional<Pausa> pausa() {
    return Optional.ofNullable(pausa).filter(p -> p.vigente(clock.instant()));
  }

  private void rechazado(TokenVigente actual, Instant ahora) {
    LOG.warnf(
        "event=token_refused_by_sat servicio=%s huella=%s", servicio.nombre(), actual.huella());
    tokens.retirar(actual);
    huellaRechazada = actual.huella();
    Instant anterior = renovadoPorRechazo;
    if (anterior != null && ahora.isBefore(anterior.plus(config.pausaTrasRechazo()))) {
      sinAutorizacion(anterior);
    }
  }

  private void sinAutorizacion(Instant desde) {
    pausar(Codigo.SIN_AUTORIZACION, desde.plus(config.pausaTrasRechazo()));
    LOG.errorf("event=not_authorised servicio=%s pausa=%s", servicio.nombre(), pausa);
  }

  private void renovarSiProcede(Instant ahora) {
    boolean enPausa = pausa != null && pausa.vigente(ahora);
    if (enCurso != null || enPausa || puerta.cerrada()) {
      return;
    }
    if (huellaRechazada != null) {
      renovadoPorRechazo = ahora;
    }
    CompletableFuture<Void> renovacion = new CompletableFuture<>();
    enCurso = renovacion;
    Thread.ofVirtual().name("renewal-" + servicio.nombre()).start(() -> renovar(renovacion));
  }

  private void renovar(CompletableFuture<Void> renovacion) {
    Respuesta respuesta = new SinRespuesta("ERROR_INTERNO", Duration.ZERO);
    try {
      respuesta = puerta.pasar(servicio, peticion);
    } catch (RuntimeException unexpected) {
      LOG.errorf(
          "event=renewal_broke servicio=%s cause=%s",
          servicio.nombre(), unexpected.getClass().getName());
    } finally {
      synchronized (this) {
        asentar(respuesta, clock.instant());
        enCurso = null;
      }
      renovacion.complete(null);
    }
  }

  private void asentar(Respuesta respuesta, Instant ahora) {
    switch (respuesta) {
      case Concedido concedido -> concedido(concedido, ahora);
      case CredencialRechazada() -> {
        // The gate is closed for all seven and has said so.
      }
      case ClienteRechazado() -> {
        pausar(Codigo.CLIENTE_RECHAZADO, ahora.plus(config.pausaCliente()));
        LOG.errorf("event=client_refused servicio=%s hasta=%s", servicio.nombre(), hasta());
      }
      case NegadoSinMotivo(int estado) -> {
        pausar(Codigo.MINISTERIO_NO_DISPONIBLE, ahora.plus(config.pausaCliente()));
        LOG.errorf(
            "event=token_refused_unexplained servicio=%s status=%d hasta=%s",
            servicio.nombre(), estado, hasta());
      }
      case SinRespuesta(String motivo, Duration pedida) -> {
        fallos++;
        Duration propia = retroceso.tras(fallos, ThreadLocalRandom.current());
        Duration espera = pedida.compareTo(propia) > 0 ? pedida : propia;
        pausar(Codigo.MINISTERIO_NO_DISPONIBLE, ahora.plus(espera));
        LOG.warnf(
            "event=token_request_failed servicio=%s cause=%s fallos=%d hasta=%s",
            servicio.nombre(), motivo, fallos, hasta());
      }
    }
  }

  private void concedido(Concedido concedido, Instant ahora) {
    fallos = 0;
    pausa = null;
    TokenVigente nuevo =
        TokenVigente.concedido(
            servicio,
            concedido.token(),
            concedido.pedido(),
            concedido.vida(),
            config.margen(),
            config.anticipacion());
    if (nuevo.huella().equals(huellaRechazada)) {
      sinAutorizacion(renovadoPorRechazo == null ? ahora : renovadoPorRechazo);
      return;
    }
    huellaRechazada = null;
    tokens.guardar(nuevo);
    LOG.infof(
        "event=token_granted servicio=%s huella=%s hasta=%s",
        servicio.nombre(), nuevo.huella(), nuevo.vigenteHasta());
  }

  private void pausar(Codigo codigo, Instant hasta) {
    pausa = Pausa.laMasLarga(pausa, new Pausa(codigo, hasta));
  }

  private @Nullable Instant hasta() {
    return pausa == null ? null : pausa.hasta();
  }

  private @Nullable TokenVigente vivo(Instant ahora) {
    TokenVigente token = tokens.de(servicio);
    boolean vale = token != null && token.vive(ahora) && !puerta.cerrada();
    return vale ? token : null;
  }

  private SinToken sinToken(Instant ahora) {
    if (puerta.cerrada()) {
      return PuertaCredencial.sinToken();
    }
    return pausa != null && pausa.vigente(ahora)
        ? pausa.sinToken(ahora)
        : new SinToken(Codigo.MINISTERIO_NO_DISPONIBLE, RENOVACION_EN_CURSO);
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
