package co.satccf.sandbox.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnlaceTest {
  private ServerSocket servidor = eco();
  private Enlace enlace = Enlace.hacia(servidor.getLocalPort());

  @BeforeEach
  void start() {
    servidor = eco();
    enlace = Enlace.hacia(servidor.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    enlace.close();
    servidor.close();
  }

  /** Gives back each byte. */
  private static ServerSocket eco() {
    try {
      ServerSocket servidor = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      Thread.ofVirtual()
          .start(
              () -> {
                while (true) {
                  try {
                    Socket socket = servidor.accept();
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try (socket) {
                                socket.getInputStream().transferTo(socket.getOutputStream());
                              } catch (IOException cut) {
                                // As it should be.
                              }
                            });
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      return servidor;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Socket conectar() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), enlace.puerto());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static int ida(Socket socket, int dato) throws IOException {
    socket.getOutputStream().write(dato);
    return socket.getInputStream().read();
  }

  @Test
  void letsBytesThroughBothWays() throws IOException {
    try (Socket socket = conectar()) {
      assertThat(ida(socket, 7)).isEqualTo(7);
    }
  }

  @Test
  void tellsTheOtherEndThatOneHasFinished() throws IOException {
    try (Socket socket = conectar()) {
      // When
      socket.getOutputStream().write(7);
      socket.shutdownOutput();
      // Then
      assertThat(socket.getInputStream().readAllBytes()).containsExactly(7);
    }
  }

  @Test
  void resetsOpenAndNewConnectionsWhileCut() throws IOException {
    try (Socket abierta = conectar()) {
      ida(abierta, 1);
      // When
      enlace.cortar();
      // Then
      assertThatIOException().isThrownBy(() -> ida(abierta, 2));
      assertThatIOException()
          .isThrownBy(
              () -> {
                try (Socket nueva = conectar()) {
                  if (ida(nueva, 3) < 0) {
                    throw new IOException("closed");
                  }
                }
              });
    }
    // And once open, all is as before
    enlace.abrir();
    try (Socket socket = conectar()) {
      assertThat(ida(socket, 4)).isEqualTo(4);
    }
  }

  @Test
  void holdsBackWhatIsSentInSilenceUntilItIsOver() throws IOException {
    try (Socket socket = conectar()) {
      ida(socket, 1);
      enlace.callar();
      socket.setSoTimeout(300);
      // When
      assertThatThrownBy(() -> ida(socket, 2)).isInstanceOf(SocketTimeoutException.class);
      enlace.abrir();
      // Then
      socket.setSoTimeout(5_000);
      assertThat(socket.getInputStream().read()).isEqualTo(2);
    }
  }
}
