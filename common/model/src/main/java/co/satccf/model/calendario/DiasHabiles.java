package co.satccf.model.calendario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Colombian business days: Monday to Friday without holidays (Ley 51 de 1983; Ley 2578 de 2026 adds
 * the Virgen de Chiquinquirá). A holiday made by a later law comes from a file, without a build.
 *
 * <p>Safe for use by many threads at once.
 */
public final class DiasHabiles {
  private final Set<LocalDate> adicionales;
  private final Map<Integer, Set<LocalDate>> porAno = new ConcurrentHashMap<>();

  /** The holidays of the law only. */
  public DiasHabiles() {
    this(Set.of());
  }

  /** The holidays of the law and these. */
  public DiasHabiles(Collection<LocalDate> adicionales) {
    this.adicionales = Set.copyOf(adicionales);
  }

  /**
   * The holidays of the law and those of a UTF-8 text file: one date yyyy-MM-dd a line, {@code #}
   * starts a comment.
   *
   * @throws IllegalArgumentException naming file and line of what is not a date
   * @throws UncheckedIOException when the file cannot be read
   */
  public static DiasHabiles desde(Path archivo) {
    var fechas = new TreeSet<LocalDate>();
    List<String> lineas = lineas(archivo);
    for (int i = 0; i < lineas.size(); i++) {
      var texto = lineas.get(i).replaceFirst("#.*", "").strip();
      if (!texto.isEmpty()) {
        fechas.add(fecha(archivo, i + 1, texto));
      }
    }
    return new DiasHabiles(fechas);
  }

  public boolean esHabil(LocalDate fecha) {
    return fecha.getDayOfWeek() != DayOfWeek.SATURDAY
        && fecha.getDayOfWeek() != DayOfWeek.SUNDAY
        && !festivos(fecha.getYear()).contains(fecha);
  }

  /**
   * The business day that many business days after a date, which itself does not count. Zero gives
   * the date when it is a business day, otherwise the next one.
   *
   * @param dias 0 or more
   * @throws IllegalArgumentException when {@code dias} is negative
   */
  public LocalDate sumar(LocalDate fecha, int dias) {
    if (dias < 0) {
      throw new IllegalArgumentException("Business days to add must be 0 or more: " + dias);
    }
    var actual = fecha;
    while (dias == 0 && !esHabil(actual)) {
      actual = actual.plusDays(1);
    }
    for (int faltan = dias; faltan > 0; ) {
      actual = actual.plusDays(1);
      if (esHabil(actual)) {
        faltan--;
      }
    }
    return actual;
  }

  /**
   * The distinct holidays of a year, in order. Two may fall on one date.
   *
   * @throws IllegalArgumentException for a year before 1984, when Ley 51 de 1983 did not rule yet
   */
  public Set<LocalDate> festivos(int year) {
    return porAno.computeIfAbsent(year, this::calcular);
  }

  private Set<LocalDate> calcular(int year) {
    var fechas = FestivosDeLey.de(year);
    adicionales.stream().filter(fecha -> fecha.getYear() == year).forEach(fechas::add);
    return Collections.unmodifiableSet(fechas);
  }

  private static List<String> lineas(Path archivo) {
    try {
      return Files.readAllLines(archivo);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the holidays in " + archivo, e);
    }
  }

  private static LocalDate fecha(Path archivo, int linea, String texto) {
    try {
      return LocalDate.parse(texto);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s, línea %d: no es una fecha aaaa-mm-dd: %s".formatted(archivo, linea, texto), e);
    }
  }
}
