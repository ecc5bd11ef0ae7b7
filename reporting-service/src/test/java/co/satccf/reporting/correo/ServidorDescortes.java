package co.satccf.reporting.correo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import co.satccf.reporting.Vecindario;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says what it says on the wire, and does what no well-bred one does. */
final class ServidorDescortes implements AutoCloseable {

  enum Costumbre {
    RECHAZA_AL_DESTINATARIO,
    ESTA_OCUPADO,
    CUELGA_TRAS_LA_CARTA
  }

  private final Costumbre costumbre;
  private final ServerSocket puerta;
  private final AtomicInteger cartas = new AtomicInteger();
  private final List<String> ordenes = new CopyOnWriteArrayList<>();

  private ServidorDescortes(Costumbre costumbre) throws IOException {
    this.costumbre = costumbre;
    this.puerta = new ServerSocket(Vecindario.correo(), 10, InetAddress.getByName("127.0.0.1"));
  }

  static ServidorDescortes que(Costumbre costumbre) throws IOException {
    var servidor = new ServidorDescortes(costumbre);
    // A platform's thread: one that is virtual gives the port back some time after the close.
    Thread.ofPlatform().daemon().start(servidor::atender);
    return servidor;
  }

  /** E-mails taken to their last byte. */
  int cartas() {
    return cartas.get();
  }

  /** What it was told outside of e-mails. */
  List<String> ordenes() {
    return ordenes;
  }

  private void atender() {
    while (!puerta.isClosed()) {
      try (var socket = puerta.accept()) {
        conversar(socket);
      } catch (IOException over) {
        // The client is gone, or this server is closed.
      }
    }
  }

  private void conversar(Socket socket) throws IOException {
    var entrada = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    decir(socket, "220 descortes");
    var enCarta = false;
    for (var linea = entrada.readLine(); linea != null; linea = entrada.readLine()) {
      if (!enCarta) {
        ordenes.add(linea);
      }
      if (enCarta) {
        if (linea.equals(".")) {
          cartas.incrementAndGet();
          return;
        }
      } else if (linea.startsWith("EHLO") || linea.startsWith("HELO")) {
        decir(socket, "250 descortes");
      } else if (linea.startsWith("RCPT")) {
        decir(
            socket,
            switch (costumbre) {
              case RECHAZA_AL_DESTINATARIO -> "550 5.1.1 no such user";
              case ESTA_OCUPADO -> "451 4.3.2 try again later";
              case CUELGA_TRAS_LA_CARTA -> "250 ok";
            });
      } else if (linea.startsWith("DATA")) {
        decir(socket, "354 go on");
        enCarta = true;
      } else if (linea.startsWith("QUIT")) {
        decir(socket, "221 bye");
        return;
      } else {
        decir(socket, "250 ok");
      }
    }
  }

  private static void decir(Socket socket, String linea) throws IOException {
    socket.getOutputStream().write((linea + "\r\n").getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      puerta.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
