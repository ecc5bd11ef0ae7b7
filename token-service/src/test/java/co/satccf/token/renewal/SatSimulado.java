package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.Concedido;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Ministry as the tokens see it: it grants, revokes, and answers calls with 200 or 401. */
final class SatSimulado {

  private static final Duration VIDA = Duration.ofSeconds(1_200);

  private final Clock clock;
  private final boolean nuevoRevocaAnterior;
  private final Map<String, Ficha> fichas = new HashMap<>();
  private final Map<ServicioSat, List<Instant>> pedidos = new EnumMap<>(ServicioSat.class);
  private final Map<ServicioSat, List<Instant>> revocaciones = new EnumMap<>(ServicioSat.class);
  private int conTokenVencido;
  private int llamadas;
  private int rechazadas;

  /** A granted token. */
  private static final class Ficha {
    private final ServicioSat servicio;
    private final Instant vence;
    private boolean revocada;

    private Ficha(ServicioSat servicio, Instant vence) {
      this.servicio = servicio;
      this.vence = vence;
    }
  }

  SatSimulado(Clock clock, boolean nuevoRevocaAnterior) {
    this.clock = clock;
    this.nuevoRevocaAnterior = nuevoRevocaAnterior;
    for (ServicioSat servicio : ServicioSat.values()) {
      pedidos.put(servicio, new ArrayList<>());
      revocaciones.put(servicio, new ArrayList<>());
    }
  }

  synchronized Respuesta token(ServicioSat servicio) {
    if (nuevoRevocaAnterior) {
      anular(servicio);
    }
    String token = servicio.nombre() + "-" + fichas.size();
    fichas.put(token, new Ficha(servicio, clock.instant().plus(VIDA)));
    pedidos(servicio).add(clock.instant());
    return new Concedido(token, VIDA.minusSeconds(1));
  }

  /** Whether the call is let in. */
  synchronized boolean llamar(String token) {
    Ficha ficha = fichas.get(token);
    if (ficha == null) {
      throw new IllegalStateException("never granted: " + token);
    }
    llamadas++;
    boolean vencida = !clock.instant().isBefore(ficha.vence);
    if (vencida) {
      conTokenVencido++;
    }
    if (vencida || ficha.revocada) {
      rechazadas++;
      return false;
    }
    return true;
  }

  synchronized void revocar(ServicioSat servicio) {
    anular(servicio);
    revocaciones(servicio).add(clock.instant());
  }

  private void anular(ServicioSat servicio) {
    fichas.values().stream().filter(f -> f.servicio == servicio).forEach(f -> f.revocada = true);
  }

  List<Instant> pedidos(ServicioSat servicio) {
    return pedidos.getOrDefault(servicio, List.of());
  }

  List<Instant> revocaciones(ServicioSat servicio) {
    return revocaciones.getOrDefault(servicio, List.of());
  }

  int conTokenVencido() {
    return conTokenVencido;
  }

  int llamadas() {
    return llamadas;
  }

  int rechazadas() {
    return rechazadas;
  }
}
