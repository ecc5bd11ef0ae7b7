package co.satccf.transmitter.operations;

import co.satccf.transmitter.cronograma.Cronograma;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cronograma lets a service send, since when and until when.
 *
 * @param desde when this began, or null when it was never otherwise
 * @param hasta when this ends, or null when it never does
 */
record Vigencia(boolean abierto, @Nullable Instant desde, @Nullable Instant hasta) {

  /** What the cronograma waits after each opening, because our clock may be ahead. */
  static final Duration MARGEN = Cronograma.MARGEN;

  /**
   * @param abierta whether the service is open at an instant
   * @param apertura what configuration says of it, or null when it is not in the cronograma
   */
  static Vigencia en(
      Instant ahora, Predicate<Instant> abierta, Cronograma.@Nullable Apertura apertura) {
    boolean abierto = abierta.test(ahora);
    if (apertura == null) {
      return new Vigencia(abierto, null, null);
    }
    Instant desde = null;
    boolean before = false;
    for (Instant moment : moments(apertura, ahora)) {
      boolean after = abierta.test(moment);
      if (after != before) {
        if (moment.isAfter(ahora)) {
          return new Vigencia(abierto, desde, moment);
        }
        desde = moment;
      }
      before = after;
    }
    return new Vigencia(abierto, desde, null);
  }

  /**
   * Every moment at which this service may have opened or closed near now, and its first and last
   * ones.
   */
  private static SortedSet<Instant> moments(Cronograma.Apertura apertura, Instant ahora) {
    SortedSet<LocalDateTime> openings = new TreeSet<>(apertura.rezago().values());
    openings.add(apertura.desde());
    SortedSet<LocalDateTime> closings = new TreeSet<>();
    LocalDateTime cierre = apertura.hasta();
    if (cierre != null) {
      closings.add(cierre);
    }
    LocalTime opens = apertura.ventanaDesde();
    LocalTime closes = apertura.ventanaHasta();
    if (opens != null && closes != null) {
      SortedSet<LocalDate> days = new TreeSet<>();
      openings.forEach(time -> days.add(time.toLocalDate()));
      closings.forEach(time -> days.add(time.toLocalDate()));
      days.add(LocalDateTime.ofInstant(ahora, Cronograma.BOGOTA).toLocalDate());
      for (LocalDate day : days) {
        for (int around = -1; around <= 1; around++) {
          openings.add(day.plusDays(around).atTime(opens));
          closings.add(day.plusDays(around).atTime(closes));
        }
      }
    }
    SortedSet<Instant> moments = new TreeSet<>();
    openings.forEach(time -> moments.add(time.atZone(Cronograma.BOGOTA).toInstant().plus(MARGEN)));
    closings.forEach(time -> moments.add(time.atZone(Cronograma.BOGOTA).toInstant()));
    return moments;
  }
}
