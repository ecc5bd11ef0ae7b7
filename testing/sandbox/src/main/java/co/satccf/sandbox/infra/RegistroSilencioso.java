package co.satccf.sandbox.infra;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns down what a broker, a mailbox and an embedded database write by the thousand while they
 * start.
 */
final class RegistroSilencioso {
  // Held, because java.util.logging keeps loggers weakly and a collected one forgets its level.
  private static final List<Logger> SOLO_ERRORES =
      List.of(
          Logger.getLogger("kafka"),
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("state.change.logger"),
          Logger.getLogger("com.icegreen.greenmail"));

  // It reports as an error that a server killed on purpose cannot be stopped any more.
  private static final Logger CALLADO = Logger.getLogger("io.zonky.test");

  private RegistroSilencioso() {}

  static void callar() {
    SOLO_ERRORES.forEach(logger -> logger.setLevel(Level.SEVERE));
    CALLADO.setLevel(Level.OFF);
  }
}
