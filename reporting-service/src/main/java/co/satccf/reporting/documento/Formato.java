package co.satccf.reporting.documento;

import co.satccf.model.calendario.Vencimientos;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and dates as they are read in Colombia. Told here and not taken from a locale: a native
 * executable has only those it was built with.
 */
public final class Formato {

  private static final List<String> DIAS =
      List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo");
  private static final List<String> MESES =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  private Formato() {}

  /** E.g. 1.621.106 */
  public static String numero(long numero) {
    var simbolos = DecimalFormatSymbols.getInstance(Locale.ROOT);
    simbolos.setGroupingSeparator('.');
    simbolos.setDecimalSeparator(',');
    return new DecimalFormat("#,##0", simbolos).format(numero);
  }

  /** E.g. 1 línea, 2.200 líneas */
  public static String cuantos(long numero, String uno, String muchos) {
    return numero(numero) + " " + (numero == 1 ? uno : muchos);
  }

  /** With its sign, e.g. +1.024; a dash when there is nothing to compare with. */
  public static String diferencia(@Nullable Long numero) {
    if (numero == null) {
      return "—";
    }
    return numero > 0 ? "+" + numero(numero) : numero(numero);
  }

  /** E.g. jueves 5 de agosto de 2021, 00:00 (hora de Bogotá) */
  public static String instante(Instant instante) {
    var enBogota = enBogota(instante);
    return "%s %s, %02d:%02d (hora de Bogotá)"
        .formatted(
            DIAS.get(enBogota.getDayOfWeek().ordinal()),
            fecha(enBogota.toLocalDate()),
            enBogota.getHour(),
            enBogota.getMinute());
  }

  /** E.g. 5 de agosto de 2021 */
  public static String fecha(LocalDate fecha) {
    return "%d de %s de %d"
        .formatted(fecha.getDayOfMonth(), MESES.get(fecha.getMonthValue() - 1), fecha.getYear());
  }

  /** The day in Bogotá, e.g. 2021-08-05 */
  public static LocalDate dia(Instant instante) {
    return enBogota(instante).toLocalDate();
  }

  private static ZonedDateTime enBogota(Instant instante) {
    return instante.atZone(Vencimientos.BOGOTA);
  }
}
