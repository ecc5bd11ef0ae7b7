package co.satccf.sandbox.caos;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.caos.Plan.Cita;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final Pattern SALTO = Pattern.compile("el reloj de (\\S+) salta");
  private static final Duration TRES_MINUTOS = Duration.ofMinutes(3);

  @Test
  void theSameSeedMakesTheSamePlan() {
    assertThat(Plan.de(7, TRES_MINUTOS)).isEqualTo(Plan.de(7, TRES_MINUTOS));
    assertThat(Plan.de(8, TRES_MINUTOS)).isNotEqualTo(Plan.de(7, TRES_MINUTOS));
  }

  @Test
  void aSeedThatFailedOnceFailsTheSameWayTomorrow() {
    // Whoever adds a kind of fault changes these lines knowingly.
    assertThat(Plan.de(4, Duration.ofMinutes(10)).citas().stream().limit(6).map(Cita::linea))
        .containsExactly(
            "a los 00:06, por 6.2 s: kill -9 de Kafka",
            "a los 00:08, por 3.6 s: kill -9 de novedades-service",
            "a los 00:08, por 6.6 s: Ministerio: revoca el token que usa",
            "a los 00:13, por 6.4 s: kill -9 de reporting-service",
            "a los 00:13, por 5.0 s: kill -9 de PostgreSQL",
            "a los 00:16, por 6.8 s: Ministerio: corta después de procesar");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 42, 9_999_999_999L})
  void threeMinutesHaveEveryKindOfFault(long semilla) {
    // When
    Set<String> jugadas =
        Plan.de(semilla, TRES_MINUTOS).citas().stream()
            .map(cita -> cita.golpe().tipo())
            .collect(Collectors.toSet());
    // Then
    assertThat(jugadas).isEqualTo(Caos.tipos()).hasSizeGreaterThan(30);
  }

  @Test
  void tellsWhoseClocksJump() {
    for (long semilla = 0; semilla < 200; semilla++) {
      Plan plan = Plan.de(semilla, TRES_MINUTOS);
      assertThat(plan.citas())
          .flatMap(
              cita -> SALTO.matcher(cita.linea()).results().map(salto -> salto.group(1)).toList())
          .isNotEmpty()
          .hasSameElementsAs(plan.relojes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoFaultsOfALaneNeverOverlap(Carril carril) {
    for (long semilla = 0; semilla < 200; semilla++) {
      List<Cita> citas = Plan.de(semilla, TRES_MINUTOS).de(carril);
      for (int i = 1; i < citas.size(); i++) {
        assertThat(citas.get(i).inicio()).isGreaterThan(citas.get(i - 1).fin());
      }
    }
  }

  @Test
  void everythingIsTakenBackInTime() {
    for (long semilla = 0; semilla < 200; semilla++) {
      assertThat(Plan.de(semilla, TRES_MINUTOS).citas())
          .allSatisfy(
              cita -> {
                assertThat(cita.fin()).isLessThanOrEqualTo(TRES_MINUTOS);
                assertThat(cita.inicio()).isLessThan(cita.fin());
              });
    }
  }
}
