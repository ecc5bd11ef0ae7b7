package co.satccf.token.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.token.config.SatConfig;
import co.satccf.token.flota.Cierre;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Puerta;
import co.satccf.token.flota.Reclamo;
import co.satccf.token.medidas.Medidas;
import co.satccf.token.ministerio.PuntoDeTokens;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.ClienteRechazado;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.ministerio.Respuesta.CredencialRechazada;
import co.satccf.token.ministerio.Respuesta.NegadoSinMotivo;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import co.satccf.token.secretos.Credencial;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import co.satccf.token.vigente.Vida;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * Makes the one request that a claim allows, outside any transaction, and settles what came of it.
 */
@ApplicationScoped
public class Renovador {

  private static final Logger LOG = Logger.getLogger(Renovador.class);
  private static final Duration OTRO_INTENTO = Duration.ofMillis(500);
  private static final int NEGATIVAS = 6;

  /** After that the answer might come when somebody else has the door. */
  private static final long FRESCO =
      Puerta.ARRIENDO.minus(Puerta.PLAZO_MAXIMO).minusSeconds(1).toNanos();

  private final SatConfig.Renovacion config;
  private final Retroceso retroceso;
  private final Cierre cierre;
  private final ArchivoDeLlavero llaveros;
  private final TokensVigentes memoria;
  private final Medidas medidas;
  private final BiFunction<ServicioSat, Credencial, Respuesta> peticion;
  private final Clock clock;

  @Inject
  Renovador(
      SatConfig config,
      Cierre cierre,
      ArchivoDeLlavero llaveros,
      TokensVigentes memoria,
      Medidas medidas,
      PuntoDeTokens punto,
      Clock clock) {
    this(config, cierre, llaveros, memoria, medidas, punto::pedir, clock);
  }

  Renovador(
      SatConfig config,
      Cierre cierre,
      ArchivoDeLlavero llaveros,
      TokensVigentes memoria,
      Medidas medidas,
      BiFunction<ServicioSat, Credencial, Respuesta> peticion,
      Clock clock) {
    this.config = config.renovacion();
    this.retroceso = Retroceso.de(this.config.retroceso());
    this.cierre = cierre;
    this.llaveros = llaveros;
    this.memoria = memoria;
    this.medidas = medidas;
    this.peticion = peticion;
    this.clock = clock;
  }

  /** The Ministry's answer, settled. */
  Respuesta pedir(Reclamo.Dado reclamo, Credencial credencial) {
    ServicioSat servicio = reclamo.cliente().servicio();
    Instant pedido = clock.instant();
    Respuesta respuesta = preguntar(reclamo, credencial);
    medidas.pedido(servicio, respuesta);
    switch (respuesta) {
      case Concedido concedido -> conceder(reclamo, concedido, pedido);
      case CredencialRechazada() ->
          alFin(
              servicio,
              () -> {
                if (cierre.rechazarCredencial(reclamo)) {
                  LOG.errorf("event=credential_refused alert=true servicio=%s", servicio.nombre());
                }
              });
      case ClienteRechazado() -> {
        alFin(
            servicio,
            () ->
                cierre.rechazarCliente(
                    reclamo, Codigo.CLIENTE_RECHAZADO.name(), config.pausaCliente()));
        LOG.errorf(
            "event=client_refused servicio=%s pausa=%s", servicio.nombre(), config.pausaCliente());
      }
      case NegadoSinMotivo(int estado) -> negado(reclamo, estado);
      case SinRespuesta(String motivo, Duration pedida) -> sinRespuesta(reclamo, motivo, pedida);
    }
    return respuesta;
  }

  private Respuesta preguntar(Reclamo.Dado reclamo, Credencial credencial) {
    ServicioSat servicio = reclamo.cliente().servicio();
    if (System.nanoTime() - reclamo.desde() > FRESCO) {
      return new SinRespuesta("RECLAMO_ENVEJECIDO", Duration.ZERO);
    }
    try {
      return peticion.apply(servicio, credencial);
    } catch (RuntimeException unexpected) {
      LOG.errorf(
          "event=renewal_broke servicio=%s cause=%s",
          servicio.nombre(), unexpected.getClass().getName());
      return new SinRespuesta("ERROR_INTERNO", Duration.ZERO);
    }
  }

  private void conceder(Reclamo.Dado reclamo, Concedido concedido, Instant pedido) {
    ServicioSat servicio = reclamo.cliente().servicio();
    Vida vida = Vida.de(concedido.vida(), config.margen(), config.anticipacion());
    TokenVigente token =
        new TokenVigente(
            servicio,
            concedido.token(),
            TokenVigente.huella(concedido.token()),
            pedido,
            pedido.plus(vida.hastaRenovar()),
            pedido.plus(vida.hastaFin()));
    // First of all: should the database be away, it is the only one who has it.
    memoria.guardar(token);
    while (true) {
      try {
        guardar(reclamo, token, vida);
        return;
      } catch (FlotaCaida away) {
        if (System.nanoTime() - reclamo.desde() > Puerta.ARRIENDO.toNanos()) {
          LOG.errorf(
              "event=token_not_stored alert=true servicio=%s huella=%s",
              servicio.nombre(), token.huella());
          return;
        }
        LockSupport.parkNanos(OTRO_INTENTO.toNanos());
      }
    }
  }

  private void guardar(Reclamo.Dado reclamo, TokenVigente token, Vida vida) throws FlotaCaida {
    ServicioSat servicio = token.servicio();
    Cierre.Nuevo nuevo =
        new Cierre.Nuevo(
            token.huella(),
            llaveros.llavero().cifrar(token.token().getBytes(UTF_8), reclamo.cliente().clientId()),
            vida.hastaRenovar(),
            vida.hastaFin());
    switch (cierre.conceder(
        reclamo, nuevo, config.pausaTrasRechazo(), Codigo.SIN_AUTORIZACION.name())) {
      case GUARDADA ->
          LOG.infof(
              "event=token_granted servicio=%s huella=%s vida=%s",
              servicio.nombre(), token.huella(), vida.hastaFin());
      case REPETIDA -> {
        memoria.olvidar(servicio, token.huella());
        LOG.errorf(
            "event=not_authorised servicio=%s cause=\"granted the refused token again\"",
            servicio.nombre());
      }
      case TARDIA -> {
        memoria.olvidar(servicio, token.huella());
        LOG.warnf(
            "event=token_granted_late servicio=%s huella=%s", servicio.nombre(), token.huella());
      }
    }
  }

  private void negado(Reclamo.Dado reclamo, int estado) {
    ServicioSat servicio = reclamo.cliente().servicio();
    Duration pausa = config.pausaCliente();
    alFin(
        servicio,
        () -> {
          if (cierre.negar(reclamo, Codigo.MINISTERIO_NO_DISPONIBLE.name(), pausa)) {
            LOG.errorf(
                "event=credential_perhaps_refused alert=true servicio=%s pausa=%s",
                servicio.nombre(), pausa);
          }
        });
    LOG.errorf(
        "event=token_refused_unexplained servicio=%s status=%d pausa=%s",
        servicio.nombre(), estado, pausa);
  }

  private void sinRespuesta(Reclamo.Dado reclamo, String motivo, Duration pedida) {
    alFin(
        reclamo.cliente().servicio(),
        () -> {
          int fallos =
              cierre.sinRespuesta(
                  reclamo,
                  Codigo.MINISTERIO_NO_DISPONIBLE.name(),
                  veces -> {
                    Duration propia = retroceso.tras(veces, ThreadLocalRandom.current());
                    return pedida.compareTo(propia) > 0 ? pedida : propia;
                  });
          LOG.warnf(
              "event=token_request_failed servicio=%s cause=%s fallos=%d",
              reclamo.cliente().servicio().nombre(), motivo, fallos);
        });
  }

  /** One step of a settlement. */
  @FunctionalInterface
  private interface Paso {
    void dar() throws FlotaCaida;
  }

  /**
   * What the Ministry refused must not be forgotten while the database is away: another replica
   * would try it again. A statement that the database refuses, though, it will refuse again.
   */
  private static void alFin(ServicioSat servicio, Paso paso) {
    for (int negativas = 0; negativas < NEGATIVAS; ) {
      try {
        paso.dar();
        return;
      } catch (FlotaCaida failure) {
        negativas += failure.ausente() ? 0 : 1;
        LockSupport.parkNanos(OTRO_INTENTO.toNanos());
      }
    }
    LOG.errorf("event=refusal_not_stored alert=true servicio=%s", servicio.nombre());
  }
}
