package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a port of this machine that can be cut: what connects here gets through to there, until
 * told otherwise. Its port never changes.
 *
 * <p>Cut, connections end with a reset and new ones are reset at once; silent, they stay open and
 * nothing comes through in either direction, as when a firewall drops packets.
 */
public final class Enlace implements AutoCloseable {
  private static final int BLOQUE = 32 * 1_024;

  private enum Paso {
    ABIERTO,
    CORTADO,
    MUDO
  }

  private final ServerSocket puerta;
  private final int destino;
  private final Set<Socket> extremos = ConcurrentHashMap.newKeySet();
  private Paso paso = Paso.ABIERTO;

  private Enlace(ServerSocket puerta, int destino) {
    this.puerta = puerta;
    this.destino = destino;
  }

  /** A way to a port, from a free one. */
  public static Enlace hacia(int destino) {
    try {
      ServerSocket puerta = new ServerSocket();
      puerta.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
      Enlace enlace = new Enlace(puerta, destino);
      Thread.ofVirtual().name("enlace-" + destino).start(enlace::atender);
      return enlace;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where to connect instead. */
  public int puerto() {
    return puerta.getLocalPort();
  }

  /** Resets every connection, and each new one, until {@link #abrir()}. */
  public void cortar() {
    pasar(Paso.CORTADO);
    extremos.forEach(Enlace::reiniciar);
  }

  /** Lets nothing through, until {@link #abrir()}; what was sent meanwhile arrives then. */
  public void callar() {
    pasar(Paso.MUDO);
  }

  /** Lets everything through again. */
  public void abrir() {
    pasar(Paso.ABIERTO);
  }

  private synchronized void pasar(Paso nuevo) {
    paso = nuevo;
    notifyAll();
  }

  private synchronized boolean cortado() {
    return paso == Paso.CORTADO;
  }

  private void atender() {
    while (!puerta.isClosed()) {
      try {
        Socket cliente = puerta.accept();
        Thread.ofVirtual().start(() -> unir(cliente));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void unir(Socket cliente) {
    Socket servidor = new Socket();
    try {
      extremos.add(cliente);
      extremos.add(servidor);
      if (cortado()) {
        throw new IOException("cut");
      }
      servidor.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), destino));
      cliente.setTcpNoDelay(true);
      servidor.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> llevar(servidor, cliente));
      llevar(cliente, servidor);
    } catch (IOException nobodyThere) {
      terminar(cliente, servidor);
    }
  }

  private void llevar(Socket de, Socket a) {
    byte[] bloque = new byte[BLOQUE];
    try {
      InputStream entrada = de.getInputStream();
      OutputStream salida = a.getOutputStream();
      int leidos = entrada.read(bloque);
      while (leidos >= 0) {
        esperarPaso();
        salida.write(bloque, 0, leidos);
        leidos = entrada.read(bloque);
      }
      esperarPaso();
      a.shutdownOutput();
      if (de.isOutputShutdown()) {
        terminar(de, a);
      }
    } catch (IOException broken) {
      terminar(de, a);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void esperarPaso() throws InterruptedException {
    while (paso == Paso.MUDO) {
      wait();
    }
  }

  /** A reset of one side is a reset of the other: a way is no more polite than a wire. */
  private void terminar(Socket uno, Socket otro) {
    reiniciar(uno);
    reiniciar(otro);
    extremos.remove(uno);
    extremos.remove(otro);
  }

  private static void reiniciar(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      // Closed is what it was to be.
    }
  }

  @Override
  public void close() {
    try {
      puerta.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pasar(Paso.CORTADO);
    extremos.forEach(Enlace::reiniciar);
  }
}
