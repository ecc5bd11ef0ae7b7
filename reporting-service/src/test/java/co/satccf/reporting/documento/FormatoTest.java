package co.satccf.reporting.documento;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatoTest {

  @ParameterizedTest
  @CsvSource({"0,0", "999,999", "1621106,1.621.106", "-1234,-1.234"})
  void writesNumbersAsInColombia(long numero, String escrito) {
    assertThat(Formato.numero(numero)).isEqualTo(escrito);
  }

  @Test
  void writesADifferenceWithItsSign() {
    assertThat(Formato.diferencia(1_024L)).isEqualTo("+1.024");
    assertThat(Formato.diferencia(-3L)).isEqualTo("-3");
    assertThat(Formato.diferencia(0L)).isEqualTo("0");
    assertThat(Formato.diferencia(null)).isEqualTo("—");
  }

  @Test
  void writesAnInstantAsItIsReadInBogota() {
    assertThat(Formato.instante(Instant.parse("2021-08-05T05:00:00Z")))
        .isEqualTo("jueves 5 de agosto de 2021, 00:00 (hora de Bogotá)");
    assertThat(Formato.instante(Instant.parse("2022-01-01T04:59:00Z")))
        .isEqualTo("viernes 31 de diciembre de 2021, 23:59 (hora de Bogotá)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+57", "-2", "@SUM(A1)", "\tx", "\rx"})
  void letsNoSpreadsheetComputeAText(String texto) {
    assertThat(Celda.texto(texto)).isEqualTo("'" + texto);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Antioquia", "05 · Antioquia", "a=b"})
  void leavesAnyOtherTextAsItIs(String texto) {
    assertThat(Celda.texto(texto)).isEqualTo(texto);
  }
}
