package co.satccf.token.renewal;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;

/** The threads of several replicas' renewals, to be waited for. */
final class Renovaciones implements Executor {

  private final Phaser enCurso = new Phaser(1);

  @Override
  public void execute(Runnable renovacion) {
    enCurso.register();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                renovacion.run();
              } finally {
                enCurso.arriveAndDeregister();
              }
            });
  }

  /** Returns when no renewal is under way. */
  void esperar() {
    enCurso.arriveAndAwaitAdvance();
  }
}
