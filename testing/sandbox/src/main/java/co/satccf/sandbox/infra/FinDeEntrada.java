package co.satccf.sandbox.infra;

import java.io.IOException;
import java.util.Arrays;

/**
 * Ends this process when its standard input ends. A launcher that starts a process with a pipe as
 * its input so takes it along even when the launcher itself is killed with signal 9.
 */
public final class FinDeEntrada {
  /** Flag of the sandbox's own processes that switches the watch on. */
  public static final String OPCION = "--hasta-fin-de-entrada";

  private FinDeEntrada() {}

  /** Starts the watch when {@code args} carries {@link #OPCION}. */
  public static void vigilarSiSePide(String[] args) {
    if (Arrays.asList(args).contains(OPCION)) {
      Thread.ofPlatform().daemon().name("fin-de-entrada").start(FinDeEntrada::esperar);
    }
  }

  /** The arguments without {@link #OPCION}. */
  public static String[] sinOpcion(String[] args) {
    return Arrays.stream(args).filter(arg -> !arg.equals(OPCION)).toArray(String[]::new);
  }

  private static void esperar() {
    try {
      byte[] descartado = new byte[256];
      while (System.in.read(descartado) >= 0) {
        // Whatever the launcher writes means only that it is alive.
      }
    } catch (IOException e) {
      System.err.println("entrada estándar cerrada: " + e.getMessage());
    }
    System.exit(0);
  }
}
