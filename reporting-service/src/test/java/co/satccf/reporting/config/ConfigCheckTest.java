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
  void beginsTheWeekOnThursdayInBogotaUnlessToldOtherwise() {
    var config = config(Map.of());
    assertThat(config.semana().inicio()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(config.semana().zona().getId()).isEqualTo("America/Bogota");
    ConfigCheck.check(config);
  }

  @ParameterizedTest
  @CsvSource({
    "sat.lector.registros,0",
    "sat.lector.registros,100001",
    "sat.lector.registros,muchos",
    "sat.lector.bytes,12",
    "sat.semana.inicio,JUEVESITO",
    "sat.semana.zona,Bogota/Colombia"
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
