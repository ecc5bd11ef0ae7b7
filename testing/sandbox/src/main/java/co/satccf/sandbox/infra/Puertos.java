package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free TCP ports of the loopback interface. */
public final class Puertos {
  private Puertos() {}

  /**
   * A port that was free a moment ago. Another process may still take it first.
   *
   * @throws UncheckedIOException when the machine has no port left
   */
  public static int libre() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
