package co.satccf.sandbox.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports of the loopback interface. */
public final class Puertos {

  /** Linux gives those from 32,768 on to outgoing connections, at any moment. */
  private static final int DESDE = 10_000;

  private static final int HASTA = 32_000;
  private static final int INTENTOS = 1_000;

  private static final Set<Integer> DADOS = ConcurrentHashMap.newKeySet();

  private Puertos() {}

  /**
   * A port that was free a moment ago, and that this process has given to nobody else.
   *
   * @throws IllegalStateException when none is found
   */
  public static int libre() {
    for (int intento = 0; intento < INTENTOS; intento++) {
      int puerto = ThreadLocalRandom.current().nextInt(DESDE, HASTA);
      if (DADOS.add(puerto) && estaLibre(puerto)) {
        return puerto;
      }
    }
    throw new IllegalStateException("no free port found from " + DESDE + " to " + HASTA);
  }

  private static boolean estaLibre(int puerto) {
    try (ServerSocket socket = new ServerSocket(puerto, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
