package co.satccf.reporting.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stops the start when a value is out of range, naming the property and the value. */
@ApplicationScoped
class ConfigCheck {

  private static final int BEFORE_THE_READER = 1;

  private final ReportingConfig config;

  ConfigCheck(ReportingConfig config) {
    this.config = config;
  }

  void check(@Observes @Priority(BEFORE_THE_READER) StartupEvent event) {
    check(config);
  }

  /**
   * @throws IllegalArgumentException naming the property, its value and what is allowed
   */
  static void check(ReportingConfig config) {
    between("sat.lector.registros", config.lector().registros(), 1, 100_000);
    between("sat.lector.bytes", config.lector().bytes(), 1_024, 268_435_456);
    if (config.lector().grupo().isBlank()) {
      throw new IllegalArgumentException("sat.lector.grupo = \"\": it must not be blank");
    }
  }

  private static void between(String property, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s = %d: it must be between %d and %d".formatted(property, value, least, most));
    }
  }
}
