package co.satccf.reporting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {

  @Test
  void beginsTheWeekOnThursdayUnlessToldOtherwise() {
    var config = config(Map.of());
    assertThat(config.semana().inicio()).isEqualTo(DayOfWeek.THURSDAY);
    ConfigCheck.check(config);
  }

  @ParameterizedTest
  @CsvSource({
    "sat.lector.registros,0",
    "sat.lector.registros,100001",
    "sat.lector.registros,muchos",
    "sat.lector.bytes,12",
    "sat.semana.inicio,JUEVESITO",
    "sat.plazo.Desafiliacion,61",
    "sat.plazo.Afiliacion,1",
    "sat.informes.programa.conteo-semanal,cada jueves",
    "sat.informes.destinatarios.pendientes,a quien corresponda",
    "sat.informes.reposo,PT0S",
    "sat.informes.paciencia,PT0S",
    "sat.informes.arriendo,PT1M",
    "sat.informes.intentos,0",
    "sat.informes.aprobacion,NINGUNA"
  })
  void refusesTheStartNamingThePropertyAndItsValue(String property, String value) {
    assertThatThrownBy(() -> ConfigCheck.check(config(Map.of(property, value))))
        .hasMessageContaining(property)
        .hasMessageContaining(value);
  }

  private static ReportingConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(ReportingConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(ReportingConfig.class);
  }
}
