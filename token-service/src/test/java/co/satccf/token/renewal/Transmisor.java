package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.vigente.TokenVigente;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A client of the tokens that keeps to their contract: holds one as long as it was told to, reports
 * a refused one and tries once more, comes back when it was told to. Whom it asks is chance.
 */
final class Transmisor {

  private final List<Replica> replicas;
  private final SatSimulado sat;
  private final Clock clock;
  private final Random azar;
  private final Map<ServicioSat, Tenido> tenidos = new EnumMap<>(ServicioSat.class);
  private final Map<ServicioSat, Instant> volver = new EnumMap<>(ServicioSat.class);
  private int sinToken;
  private int perdidas;
  private int salvadas;

  /** A token and until when it is used without asking. */
  private record Tenido(TokenVigente token, Instant hasta) {}

  Transmisor(List<Replica> replicas, SatSimulado sat, Clock clock, long semilla) {
    this.replicas = replicas;
    this.sat = sat;
    this.clock = clock;
    this.azar = new Random(semilla);
  }

  /** Now and then it has something to report. */
  boolean quiere() {
    return azar.nextInt(4) == 0;
  }

  void llamar(ServicioSat servicio) {
    @Nullable Tenido tenido = tener(servicio);
    if (tenido == null || sat.llamar(tenido.token().token())) {
      return;
    }
    @Nullable Tenido otro =
        preguntar(servicio, r -> r.tokens.enLugarDe(servicio, tenido.token().huella()));
    if (otro == null) {
      return;
    }
    if (sat.llamar(otro.token().token())) {
      salvadas++;
    } else {
      perdidas++;
    }
  }

  private @Nullable Tenido tener(ServicioSat servicio) {
    @Nullable Tenido tenido = tenidos.get(servicio);
    if (tenido != null && clock.instant().isBefore(tenido.hasta())) {
      return tenido;
    }
    Instant desde = volver.getOrDefault(servicio, Instant.MIN);
    if (clock.instant().isBefore(desde)) {
      sinToken++;
      return null;
    }
    return preguntar(servicio, r -> r.token(servicio));
  }

  @FunctionalInterface
  private interface Pregunta {
    TokenVigente a(Replica replica) throws SinToken;
  }

  private @Nullable Tenido preguntar(ServicioSat servicio, Pregunta pregunta) {
    Instant ahora = clock.instant();
    try {
      TokenVigente token = pregunta.a(replicas.get(azar.nextInt(replicas.size())));
      Duration usable = Duration.ofSeconds(token.segundosRestantes(ahora));
      Tenido tenido = new Tenido(token, ahora.plus(usable));
      tenidos.put(servicio, tenido);
      return tenido;
    } catch (SinToken refusal) {
      tenidos.remove(servicio);
      volver.put(servicio, ahora.plusSeconds(refusal.segundos()));
      sinToken++;
      return null;
    }
  }

  /** Calls not made for want of a token. */
  int sinToken() {
    return sinToken;
  }

  /** Calls refused twice. */
  int perdidas() {
    return perdidas;
  }

  /** Calls refused, and let in with another token. */
  int salvadas() {
    return salvadas;
  }
}
