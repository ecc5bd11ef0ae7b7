package co.satccf.token.vigente;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenVigenteTest {

  private static final Instant PEDIDO = Instant.parse("2026-11-23T13:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // seconds after the request, renewal due, alive, seconds it may be used
    "0, false, true, 1020",
    "1019, false, true, 1",
    "1020, true, true, 5",
    "1137, true, true, 3",
    "1139, true, true, 1",
    "1140, true, false, 0",
    "5000, true, false, 0",
  })
  void isUsedUntilTheRenewalIsDueAndThenInShortSteps(
      long segundos, boolean porRenovar, boolean vive, long restantes) {
    // Given
    TokenVigente token = token(Duration.ofMinutes(20));

    // When
    Instant ahora = PEDIDO.plusSeconds(segundos);

    // Then
    assertThat(token.porRenovar(ahora)).isEqualTo(porRenovar);
    assertThat(token.vive(ahora)).isEqualTo(vive);
    assertThat(token.segundosRestantes(ahora)).isEqualTo(restantes);
  }

  @Test
  void itsFingerprintIsTheStartOfItsSha256() {
    assertThat(TokenVigente.huella("abc")).isEqualTo("ba7816bf8f01cfea");
  }

  @Test
  void itsTextFormTellsNothing() {
    assertThat(token(Duration.ofMinutes(20)).toString())
        .contains("Desafiliacion", "ba7816bf8f01cfea")
        .doesNotContain("abc,");
  }

  private static TokenVigente token(Duration vida) {
    Vida suya = Vida.de(vida, Duration.ofSeconds(60), Duration.ofSeconds(120));
    return new TokenVigente(
        ServicioSat.DESAFILIACION,
        "abc",
        TokenVigente.huella("abc"),
        PEDIDO,
        PEDIDO.plus(suya.hastaRenovar()),
        PEDIDO.plus(suya.hastaFin()));
  }
}
