package co.satccf.model.calendario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;

/** The nineteen holiday rules of Ley 51 de 1983 and Ley 2578 de 2026. */
final class FestivosDeLey {
  private static final int PRIMER_ANO = 1984;
  private static final int PRIMER_ANO_CHIQUINQUIRA = 2026;

  private static final List<MonthDay> FIJOS =
      List.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(7, 20),
          MonthDay.of(8, 7),
          MonthDay.of(12, 8),
          MonthDay.of(12, 25));

  /** Moved to the next Monday when they fall on another day. */
  private static final List<MonthDay> TRASLADABLES =
      List.of(
          MonthDay.of(1, 6),
          MonthDay.of(3, 19),
          MonthDay.of(6, 29),
          MonthDay.of(8, 15),
          MonthDay.of(10, 12),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11));

  private static final MonthDay VIRGEN_DE_CHIQUINQUIRA = MonthDay.of(7, 9);

  // Days from Easter Sunday: Holy Thursday, Good Friday, and the Mondays to which Ascensión, Corpus
  // Christi and Sagrado Corazón are moved.
  private static final int[] DESDE_PASCUA = {-3, -2, 43, 64, 71};

  private FestivosDeLey() {}

  static TreeSet<LocalDate> de(int year) {
    if (year < PRIMER_ANO) {
      throw new IllegalArgumentException("Ley 51 de 1983 rules holidays from 1984 on: " + year);
    }
    var fechas = new TreeSet<LocalDate>();
    FIJOS.forEach(dia -> fechas.add(dia.atYear(year)));
    TRASLADABLES.forEach(dia -> fechas.add(lunes(dia.atYear(year))));
    if (year >= PRIMER_ANO_CHIQUINQUIRA) {
      fechas.add(lunes(VIRGEN_DE_CHIQUINQUIRA.atYear(year)));
    }
    var pascua = pascua(year);
    for (int dias : DESDE_PASCUA) {
      fechas.add(pascua.plusDays(dias));
    }
    return fechas;
  }

  private static LocalDate lunes(LocalDate fecha) {
    return fecha.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }

  /** Easter Sunday, Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
  static LocalDate pascua(int year) {
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
