package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.respuesta.Clasificador;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.limite.Limites;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.token.TokenNoDisponible;
import co.satccf.transmitter.token.TokenSat;
import co.satccf.transmitter.token.Tokens;
import co.satccf.transmitter.trazas.Trazas;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One claimed report: the call, the reading of its answer, and the settlement. */
@ApplicationScoped
class Envio {

  private static final Logger LOG = Logger.getLogger(Envio.class);
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;

  private final SatConfig config;
  private final GuardedCalls calls;
  private final Clasificador clasificador;
  private final Tokens tokens;
  private final AnswerStore answers;
  private final Esperas esperas;
  private final Database database;
  private final FamiliaDeServicios familia;
  private final Frenos frenos;
  private final Limites limites;
  private final Resguardo resguardo;
  private final Clock clock;
  private final Metrics metrics;
  private final Trazas trazas;
  private final Set<ServicioSat> gateSeen = ConcurrentHashMap.newKeySet();

  Envio(
      SatConfig config,
      GuardedCalls calls,
      Clasificador clasificador,
      Tokens tokens,
      AnswerStore answers,
      Esperas esperas,
      Database database,
      FamiliaDeServicios familia,
      Frenos frenos,
      Limites limites,
      Resguardo resguardo,
      Clock clock,
      Metrics metrics,
      Trazas trazas) {
    this.config = config;
    this.calls = calls;
    this.clasificador = clasificador;
    this.tokens = tokens;
    this.answers = answers;
    this.esperas = esperas;
    this.database = database;
    this.familia = familia;
    this.frenos = frenos;
    this.limites = limites;
    this.resguardo = resguardo;
    this.clock = clock;
    this.metrics = metrics;
    this.trazas = trazas;
  }

  /** How long a claim holds: two calls, for one may follow a 401, and the margin before writing. */
  Duration arriendo() {
    return config.ministerio().plazo().multipliedBy(2).plus(LEASE_MARGIN);
  }

  /**
   * How many reports may be claimed more: none while answers cannot be stored (rule 6), one at a
   * time while the breaker tries, none while it is open.
   */
  int allowed(ServicioSat servicio, int inFlight) {
    return answers.behind() ? 0 : calls.allowed(servicio, inFlight);
  }

  /**
   * An answer, or why there is none, and what follows from it.
   *
   * @param nanos that the call took
   */
  record Contestado(Desenlace desenlace, Veredicto veredicto, long nanos) {}

  /**
   * Makes the call and reads what came back; the gate moves with it, before anybody claims more.
   *
   * @param ronda the round of the limit under which it was claimed
   * @throws InterruptedException when the process ends first: the lease tells that the fate of the
   *     call is unknown
   */
  Contestado llamar(ReporteReclamado reclamado, TokenSat token, long claimedAt, int ronda)
      throws InterruptedException {
    try {
      byte[] cuerpo = resguardo.abrir(reclamado.cuerpo(), reclamado.lugar());
      Call call = call(reclamado, cuerpo, token, claimedAt);
      if (call.refused()) {
        call = callAgain(reclamado, cuerpo, token, claimedAt, call);
      }
      limites.visto(reclamado.servicio(), ronda, call.veredicto(), Duration.ofNanos(call.nanos()));
      return contestado(
          reclamado, call, data -> familia.adornar(reclamado.reporte(), cuerpo, data));
    } catch (NoDescifrableException closed) {
      return putBack(reclamado, closed);
    }
  }

  /**
   * Puts back what was claimed ahead and had no place before its turn was over: it was not sent.
   * Returns when that is stored.
   */
  void devolver(ReporteReclamado reclamado) throws InterruptedException {
    Veredicto sinTurno = new Veredicto.Reintentable("SIN_TURNO", null, false);
    Respuesta ninguna =
        new Respuesta(Respuesta.nombre(sinTurno), null, null, Duration.ZERO, data -> {});
    answers.store(new Desenlace(reclamado, Liquidacion.sinTurno(reclamado), ninguna));
  }

  /** Returns when the answer is stored. */
  void liquidar(Contestado contestado) throws InterruptedException {
    Desenlace desenlace = contestado.desenlace();
    answers.store(desenlace);
    metrics.settled(desenlace.servicio(), desenlace.respuesta().veredicto(), contestado.nanos());
    frenos.seen(desenlace.servicio(), contestado.veredicto());
  }

  /**
   * What one call brought.
   *
   * @param sinToken why no other token could be had for a refused one
   */
  private record Call(
      Veredicto veredicto,
      @Nullable Integer http,
      byte @Nullable [] body,
      long nanos,
      @Nullable TokenNoDisponible sinToken) {

    Call(Veredicto veredicto, @Nullable Integer http, byte @Nullable [] body, long nanos) {
      this(veredicto, http, body, nanos, null);
    }

    boolean refused() {
      return veredicto instanceof Veredicto.PuertaCerrada puerta
          && puerta.estadoHttp() == UNAUTHORIZED;
    }

    Call without(TokenNoDisponible reason) {
      return new Call(veredicto, http, body, nanos, reason);
    }
  }

  /**
   * A body that does not open was not sent: its report waits, and holds up none but its own key.
   */
  private Contestado putBack(ReporteReclamado reclamado, NoDescifrableException closed) {
    if (metrics.notOpened(reclamado.servicio(), closed)) {
      LOG.errorf(
          "event=body_closed alert=true servicio=%s cause=\"%s\"",
          reclamado.servicio().nombre(), closed.getMessage());
    }
    String motivo = closed.motivo() + ": " + closed.clave();
    return contestado(
        reclamado,
        new Call(new Veredicto.Reintentable(motivo, null, false), null, null, 0),
        data -> {});
  }

  private Call call(ReporteReclamado reclamado, byte[] cuerpo, TokenSat token, long claimedAt)
      throws InterruptedException {
    Duration left = arriendo().minusNanos(System.nanoTime() - claimedAt);
    if (left.compareTo(config.ministerio().plazo().plus(LEASE_MARGIN)) < 0) {
      return new Call(new Veredicto.Reintentable("ARRIENDO_CORTO", null, false), null, null, 0);
    }
    try (Trazas.Llamada llamada =
        trazas.llamar(
            reclamado.servicio(),
            reclamado.intento(),
            reclamado.version(),
            reclamado.traceparent())) {
      Call call = call(reclamado.servicio(), cuerpo, token, llamada.traceparent());
      llamada.contestada(Respuesta.nombre(call.veredicto()), call.http());
      return call;
    }
  }

  private Call call(
      ServicioSat servicio, byte[] cuerpo, TokenSat token, @Nullable String traceparent)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      SatClient.Answer answer =
          calls.post(
              servicio, token.token(), cuerpo, config.trazas().alMinisterio() ? traceparent : null);
      Veredicto veredicto =
          clasificador.clasificar(
              answer.status(), RetryAfter.read(answer.retryAfter(), clock), answer.body());
      return new Call(veredicto, answer.status(), answer.body(), System.nanoTime() - start);
    } catch (SatClient.NoAnswer none) {
      return new Call(
          clasificador.clasificarFallo(none.fallo), null, null, System.nanoTime() - start);
    }
  }

  /**
   * A 401 may mean that a newer token has revoked this one: once more with another, uncounted (rule
   * 18).
   */
  private Call callAgain(
      ReporteReclamado reclamado, byte[] cuerpo, TokenSat refused, long claimedAt, Call first)
      throws InterruptedException {
    try {
      return call(reclamado, cuerpo, tokens.enLugarDe(reclamado.servicio(), refused), claimedAt);
    } catch (TokenNoDisponible unavailable) {
      return first.without(unavailable);
    }
  }

  private Contestado contestado(
      ReporteReclamado reclamado, Call call, Consumer<ObjectNode> adorno) {
    Respuesta respuesta =
        new Respuesta(
            Respuesta.nombre(call.veredicto()),
            call.http(),
            cerrada(reclamado, call.body()),
            Duration.ofNanos(call.nanos()),
            adorno);
    moveGate(reclamado.servicio(), call);
    Liquidacion liquidacion = Liquidacion.de(call.veredicto(), reclamado, esperas);
    return new Contestado(
        new Desenlace(reclamado, liquidacion, respuesta), call.veredicto(), call.nanos());
  }

  private @Nullable Cifrado cerrada(ReporteReclamado reclamado, byte @Nullable [] respuesta) {
    return respuesta == null
        ? null
        : resguardo.cerrar(
            respuesta,
            Lugar.respuesta(
                reclamado.servicio(), reclamado.reporte().radicado(), reclamado.intento()));
  }

  private void moveGate(ServicioSat servicio, Call call) {
    switch (call.veredicto()) {
      case Veredicto.PuertaCerrada(int http, String mensaje) -> {
        TokenNoDisponible sinToken = call.sinToken();
        if (sinToken != null) {
          // Without an answer this process waits by itself, with its next question.
          if (!sinToken.deEstaReplica()) {
            closeGate(servicio, sinToken);
          }
        } else {
          String puerta = http == UNAUTHORIZED ? "SIN_AUTORIZACION" : "HTTP-" + http;
          closeGate(servicio, puerta, mensaje, config.puertaEspera());
        }
      }
      case Veredicto.Reintentable _, Veredicto.Incierto _ -> {}
      case Veredicto.Aceptado _,
          Veredicto.AceptadoConAlerta _,
          Veredicto.Glosado _,
          Veredicto.YaReportado _,
          Veredicto.PorConfirmar _ ->
          openGate(servicio);
    }
  }

  void closeGate(ServicioSat servicio, TokenNoDisponible unavailable) {
    closeGate(
        servicio,
        unavailable.codigo(),
        "No hay token para llamar a este servicio",
        unavailable.esperar());
  }

  private void closeGate(ServicioSat servicio, String puerta, String motivo, Duration espera) {
    if (gateSeen.add(servicio)) {
      LOG.errorf("event=gate_closed servicio=%s puerta=%s", servicio.nombre(), puerta);
    }
    quietly(
        servicio,
        () ->
            database.transaction(
                connection -> {
                  DispatchStatements.closeGate(connection, servicio, puerta, motivo, espera);
                  return true;
                }));
  }

  private void openGate(ServicioSat servicio) {
    if (gateSeen.remove(servicio)) {
      LOG.infof("event=gate_opened servicio=%s", servicio.nombre());
      quietly(
          servicio,
          () ->
              database.transaction(
                  connection -> {
                    DispatchStatements.openGate(connection, servicio);
                    return true;
                  }));
    }
  }

  /** Tells this process of a gate that another replica closed, or opened. */
  void gateStands(ServicioSat servicio, boolean stands) {
    if (stands) {
      gateSeen.add(servicio);
    } else {
      gateSeen.remove(servicio);
    }
  }

  boolean seesGate(ServicioSat servicio) {
    return gateSeen.contains(servicio);
  }

  private interface GateChange {
    boolean apply() throws SQLException;
  }

  /** The gate protects; if the database is away nothing is claimed anyway. */
  private static void quietly(ServicioSat servicio, GateChange change) {
    try {
      change.apply();
    } catch (SQLException | RuntimeException away) {
      LOG.warnf(
          "event=gate_not_stored servicio=%s cause=%s",
          servicio.nombre(), away.getClass().getSimpleName());
    }
  }
}
