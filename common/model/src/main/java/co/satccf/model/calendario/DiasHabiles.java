package co.satccf.model.calendario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * Business days in Colombia: Monday to Friday but for the holidays of Ley 51 of 1983 and, from 2026, Ley 2578 of 2026.
 */
public final class DiasHabiles {

  private static final int CHIQUINQUIRA_DESDE = 2026;

  private final Set<LocalDate> adicionales;

  public DiasHabiles() {
    this(Set.of());
  }

  /**
   * @param adicionales holidays of laws that this version does not know
   */
  public DiasHabiles(Set<LocalDate> adicionales) {
    this.adicionales = Set.copyOf(adicionales);
  }

  public boolean esHabil(LocalDate dia) {
    return dia.getDayOfWeek() != DayOfWeek.SATURDAY
        && dia.getDayOfWeek() != DayOfWeek.SUNDAY
        && !festivos(dia.getYear()).contains(dia);
  }

  /**
   * The business day that stands {@code dias} business days after the given day, which itself does not count.
   *
   * @throws IllegalArgumentException when {@code dias} is negative
   */
  public LocalDate sumar(LocalDate desde, int dias) {
    if (dias < 0) {
      throw new IllegalArgumentException("dias = " + dias + ": expected 0 or more");
    }
    LocalDate dia = desde;
    for (int contados = 0; contados < dias; ) {
      dia = dia.plusDays(1);
      if (esHabil(dia)) {
        contados++;
      }
    }
    return dia;
  }

  /** Holidays of a year, in order; two may fall on one date. */
  public Set<LocalDate> festivos(int year) {
    Set<LocalDate> festivos = new TreeSet<>();
    festivos.add(LocalDate.of(year, Month.JANUARY, 1));
    festivos.add(LocalDate.of(year, Month.MAY, 1));
    festivos.add(LocalDate.of(year, Month.JULY, 20));
    festivos.add(LocalDate.of(year, Month.AUGUST, 7));
    festivos.add(LocalDate.of(year, Month.DECEMBER, 8));
    festivos.add(LocalDate.of(year, Month.DECEMBER, 25));
    festivos.add(monday(LocalDate.of(year, Month.JANUARY, 6)));
    festivos.add(monday(LocalDate.of(year, Month.MARCH, 19)));
    festivos.add(monday(LocalDate.of(year, Month.JUNE, 29)));
    festivos.add(monday(LocalDate.of(year, Month.AUGUST, 15)));
    festivos.add(monday(LocalDate.of(year, Month.OCTOBER, 12)));
    festivos.add(monday(LocalDate.of(year, Month.NOVEMBER, 1)));
    festivos.add(monday(LocalDate.of(year, Month.NOVEMBER, 11)));
    if (year >= CHIQUINQUIRA_DESDE) {
      festivos.add(monday(LocalDate.of(year, Month.JULY, 9)));
    }
    LocalDate pascua = pascua(year);
    festivos.add(pascua.minusDays(3));
    festivos.add(pascua.minusDays(2));
    festivos.add(pascua.plusDays(43));
    festivos.add(pascua.plusDays(64));
    festivos.add(pascua.plusDays(71));
    adicionales.stream().filter(dia -> dia.getYear() == year).forEach(festivos::add);
    return festivos;
  }

  private static LocalDate monday(LocalDate dia) {
    return dia.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }

  /** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
  private static LocalDate pascua(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
