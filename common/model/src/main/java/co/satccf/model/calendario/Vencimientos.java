package co.satccf.model.calendario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By when what happened at an instant is due, in business days of Bogotá. The day of the event does
 * not count; a term of 0 ends with the day of the event, or with the next business day when it is
 * none.
 */
public final class Vencimientos {

  /** Where every day of the suite begins and ends. */
  public static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  /**
   * Business days of a service whose term nobody has fixed. The norms that oblige the fund to
   * report do not say the term of each SAT service in a form that could be confirmed: por
   * confirmar.
   */
  public static final int POR_CONFIRMAR = 1;

  /** The law of holidays rules from here on; an event before it counts from here. */
  private static final LocalDate PRIMER_DIA = LocalDate.of(1984, 1, 1);

  /** Leaves room for a term within the years that PostgreSQL and JSON readers take. */
  private static final LocalDate ULTIMO_DIA = LocalDate.of(9_998, 1, 1);

  private final DiasHabiles calendario;

  public Vencimientos(DiasHabiles calendario) {
    this.calendario = calendario;
  }

  /**
   * The first instant at which it is overdue: midnight in Bogotá that ends the last business day of
   * the term.
   *
   * @param instante before 1984 it counts as 1 January 1984
   * @param diasHabiles 0 or more
   */
  public Instant vence(Instant instante, int diasHabiles) {
    LocalDate dia = LocalDate.ofInstant(instante, BOGOTA);
    if (dia.isBefore(PRIMER_DIA)) {
      dia = PRIMER_DIA;
    } else if (dia.isAfter(ULTIMO_DIA)) {
      dia = ULTIMO_DIA;
    }
    return fin(dia, diasHabiles);
  }

  /**
   * The first instant of which what happens is not overdue yet: everything before it is.
   *
   * @param ahora from 1984 to 9998
   * @param diasHabiles 0 or more
   */
  public Instant primeroNoVencido(Instant ahora, int diasHabiles) {
    LocalDate dia = LocalDate.ofInstant(ahora, BOGOTA);
    // Due dates grow with the day of the event: the first one that is not past ends the search.
    while (dia.isAfter(PRIMER_DIA) && fin(dia.minusDays(1), diasHabiles).isAfter(ahora)) {
      dia = dia.minusDays(1);
    }
    return dia.atStartOfDay(BOGOTA).toInstant();
  }

  private Instant fin(LocalDate dia, int diasHabiles) {
    return calendario.sumar(dia, diasHabiles).plusDays(1).atStartOfDay(BOGOTA).toInstant();
  }
}
