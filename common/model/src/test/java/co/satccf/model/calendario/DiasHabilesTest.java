package co.satccf.model.calendario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiasHabilesTest {
  private static final HolidayManager JOLLYDAY =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.COLOMBIA));

  private final DiasHabiles dias = new DiasHabiles();

  @Test
  void agreesWithJollydayFrom2021To2035() {
    for (int year = 2021; year <= 2035; year++) {
      // Jollyday also lists Easter Sunday, which is never a business day anyway.
      var esperados =
          JOLLYDAY.getHolidays(Year.of(year)).stream()
              .map(Holiday::getDate)
              .collect(Collectors.toCollection(TreeSet::new));
      esperados.remove(FestivosDeLey.pascua(year));

      assertThat(dias.festivos(year)).as("%d", year).containsExactlyElementsOf(esperados);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-13, false", "2027-07-12, false", "2025-07-14, true", "2025-06-30, false",
    "2021-08-16, false", "2021-07-20, false", "2021-08-07, false", "2021-07-29, true",
    "2021-08-05, true", "2026-01-12, false", "2026-04-02, false", "2026-04-03, false",
    "2026-04-05, false", "2026-04-06, true"
  })
  void knowsTheHolidaysOfTheProtocolAndOfTheNewLaw(LocalDate fecha, boolean habil) {
    assertThat(dias.esHabil(fecha)).isEqualTo(habil);
  }

  @ParameterizedTest
  @CsvSource({"2021, 246", "2025, 245", "2026, 242", "2027, 245"})
  void countsTheBusinessDaysOfAYear(int year, int esperados) {
    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(dias::esHabil)
                .count())
        .isEqualTo(esperados);
  }

  /** The earliest and latest Easters of five centuries, and the exceptions of Gauss's rule. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1598-03-22", "1600-04-02", "1666-04-25", "1693-03-22", "1734-04-25", "1761-03-22",
        "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
        "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22"
      })
  void knowsTheEastersThatRulesOfThumbMiss(LocalDate pascua) {
    assertThat(FestivosDeLey.pascua(pascua.getYear())).isEqualTo(pascua);
  }

  @Test
  void countsTwoHolidaysOnOneDateOnce() {
    assertThat(dias.festivos(2025)).hasSize(17).contains(LocalDate.of(2025, 6, 30));
    assertThat(dias.festivos(2026)).hasSize(19);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-10, 1, 2026-07-14",
    "2026-07-10, 0, 2026-07-10",
    "2026-07-11, 0, 2026-07-14",
    "2026-07-11, 1, 2026-07-14",
    "2026-12-24, 1, 2026-12-28",
    "2026-12-31, 15, 2027-01-25"
  })
  void addsBusinessDays(LocalDate desde, int cuantos, LocalDate esperado) {
    assertThat(dias.sumar(desde, cuantos)).isEqualTo(esperado);
  }

  @Test
  void refusesToAddANegativeNumberOfDays() {
    assertThatThrownBy(() -> dias.sumar(LocalDate.of(2026, 7, 10), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rulesFromTheFirstYearOfTheLaw() {
    assertThat(dias.festivos(1984)).isNotEmpty();
    assertThatThrownBy(() -> dias.festivos(1983)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesExtraHolidaysFromAFile(@TempDir Path carpeta) throws IOException {
    // Given
    var archivo = carpeta.resolve("festivos.txt");
    Files.writeString(archivo, "# día cívico\n2026-09-09 # decreto\n\n");

    // When
    var conExtra = DiasHabiles.desde(archivo);

    // Then
    assertThat(dias.esHabil(LocalDate.of(2026, 9, 9))).isTrue();
    assertThat(conExtra.esHabil(LocalDate.of(2026, 9, 9))).isFalse();
    assertThat(conExtra.sumar(LocalDate.of(2026, 9, 8), 1)).isEqualTo(LocalDate.of(2026, 9, 10));
  }

  @Test
  void namesFileAndLineOfWhatIsNoDate(@TempDir Path carpeta) throws IOException {
    // Given
    var archivo = carpeta.resolve("festivos.txt");
    Files.write(archivo, List.of("2026-09-09", "2026-02-30"));

    // When / Then
    assertThatThrownBy(() -> DiasHabiles.desde(archivo))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(archivo + ", línea 2")
        .hasMessageContaining("2026-02-30");
  }
}
