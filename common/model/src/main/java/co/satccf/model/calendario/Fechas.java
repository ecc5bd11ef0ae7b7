package co.satccf.model.calendario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Dates as the wire writes them: yyyy-MM-dd, ten characters. */
public final class Fechas {
  private static final Pattern FORMA = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Fechas() {}

  /** Whether the text is a day that exists: 2026-02-29 is not one. */
  public static boolean esFecha(String texto) {
    if (!FORMA.matcher(texto).matches()) {
      return false;
    }
    try {
      return LocalDate.parse(texto).getYear() > 0;
    } catch (DateTimeException noExiste) {
      return false;
    }
  }
}
