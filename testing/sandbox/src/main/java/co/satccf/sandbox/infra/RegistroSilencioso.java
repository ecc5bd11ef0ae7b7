package co.satccf.sandbox.infra;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns down what a broker and an embedded database write by the thousand while they start. */
final class RegistroSilencioso {
  // Held, because java.util.logging keeps loggers weakly and a collected one forgets its level.
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("io.zonky.test"),
          Logger.getLogger("kafka"),
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("state.change.logger"));

  private RegistroSilencioso() {}

  static void callar() {
    for (Logger logger : LOGGERS) {
      logger.setLevel(Level.OFF);
    }
  }
}
