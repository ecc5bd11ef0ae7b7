package co.satccf.model.estado;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO_CON_ALERTA;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static co.satccf.model.estado.EstadoReporte.RETIRADO;
import static co.satccf.model.estado.EstadoReporte.SUSTITUIDO;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The one table of legal moves of a report. */
public final class Movimientos {

  private static final Set<Movimiento> TODOS =
      new LinkedHashSet<>(
          List.of(
              new Movimiento(PENDIENTE, EN_VUELO, "claim"),
              new Movimiento(INCIERTO, EN_VUELO, "claim, after the wait"),
              new Movimiento(EN_VUELO, PENDIENTE, "surely not processed"),
              new Movimiento(EN_VUELO, ACEPTADO, "codigo 200"),
              new Movimiento(EN_VUELO, ACEPTADO_CON_ALERTA, "codigo AN"),
              new Movimiento(EN_VUELO, GLOSADO, "codigo GE or GN"),
              new Movimiento(EN_VUELO, POR_CONFIRMAR, "unknown codigo"),
              new Movimiento(EN_VUELO, INCIERTO, "perhaps processed, or lease expired"),
              new Movimiento(INCIERTO, ACEPTADO, "late answer"),
              new Movimiento(INCIERTO, ACEPTADO_CON_ALERTA, "late answer"),
              new Movimiento(INCIERTO, GLOSADO, "late answer"),
              new Movimiento(INCIERTO, POR_CONFIRMAR, "late answer"),
              new Movimiento(INCIERTO, PENDIENTE, "late answer: surely not processed"),
              new Movimiento(GLOSADO, PENDIENTE, "correction, or sent again by an operator"),
              new Movimiento(PENDIENTE, GLOSADO, "correction in breach of the contract"),
              new Movimiento(POR_CONFIRMAR, ACEPTADO, "an operator, with evidence"),
              new Movimiento(POR_CONFIRMAR, GLOSADO, "an operator, with evidence"),
              new Movimiento(POR_CONFIRMAR, PENDIENTE, "an operator: send again"),
              new Movimiento(PENDIENTE, RETIRADO, "an operator"),
              new Movimiento(GLOSADO, RETIRADO, "an operator"),
              new Movimiento(POR_CONFIRMAR, RETIRADO, "an operator"),
              new Movimiento(INCIERTO, RETIRADO, "an operator"),
              new Movimiento(PENDIENTE, SUSTITUIDO, "newer EstadoPago, or a new radicado"),
              new Movimiento(GLOSADO, SUSTITUIDO, "newer EstadoPago, or a new radicado")));

  private Movimientos() {}

  /** One legal move and what causes it. */
  public record Movimiento(EstadoReporte de, EstadoReporte a, String causa) {}

  public static Set<Movimiento> todos() {
    return Set.copyOf(TODOS);
  }

  public static boolean legal(EstadoReporte de, EstadoReporte a) {
    return TODOS.stream().anyMatch(movimiento -> movimiento.de() == de && movimiento.a() == a);
  }
}
