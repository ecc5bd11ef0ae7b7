package co.satccf.sandbox.erp;

import co.satccf.sandbox.erp.Eventos.Cuando;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The dates of one employer's history: its facts follow one another, and so do the instants at
 * which the ERP tells them.
 */
final class Agenda {
  private static final LocalDate CORTE_PISIS = LocalDate.of(2021, 5, 31);
  private static final LocalDate ENTRADA_EN_PRODUCCION = LocalDate.of(2021, 7, 29);

  private final Azar azar;
  private final int rezago;
  private Instant instante;
  private LocalDate hecho;

  private Agenda(Azar azar, int rezago, Instant instante, LocalDate hecho) {
    this.azar = azar;
    this.rezago = rezago;
    this.instante = instante;
    this.hecho = hecho;
  }

  /** Facts of these days: class 4. */
  static Agenda delDia(Azar azar, Instant desde) {
    LocalDate hoy = LocalDate.ofInstant(desde, ZoneOffset.UTC);
    return new Agenda(azar, 4, desde, hoy.minusDays(azar.entre(0, 10)));
  }

  /** Facts that wait since before go-live: classes 1 to 3. */
  static Agenda rezagada(Azar azar, Instant desde) {
    int rezago = azar.entre(1, 3);
    LocalDate hecho =
        switch (rezago) {
          case 1 -> CORTE_PISIS.minusDays(azar.entre(60, 400));
          case 2 -> CORTE_PISIS.minusDays(azar.entre(20, 59));
          default -> ENTRADA_EN_PRODUCCION.minusDays(azar.entre(35, 55));
        };
    return new Agenda(azar, rezago, desde, hecho);
  }

  /** The next fact: at most a day later than the one before. */
  Cuando siguiente() {
    instante = instante.plusSeconds(azar.entre(20, 1_800));
    hecho = hecho.plusDays(azar.entre(0, 1));
    return new Cuando(instante, hecho, rezago);
  }

  /** The next fact of a kind that has no backlog (Desafiliacion, causa grave, EstadoPago). */
  Cuando siguienteSinRezago() {
    Cuando cuando = siguiente();
    return new Cuando(cuando.instante(), cuando.hecho(), 4);
  }

  /** A fact that was true an hour before the first of this history, told only now. */
  Cuando atrasado() {
    return new Cuando(instante.minusSeconds(86_400), hecho, 4);
  }
}
