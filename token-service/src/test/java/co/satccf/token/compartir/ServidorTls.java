package co.satccf.token.compartir;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.sandbox.infra.CertificadoDePrueba;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on this machine that shakes hands and keeps whatever it was told afterwards. */
final class ServidorTls implements AutoCloseable {

  private static final char[] CLAVE = CertificadoDePrueba.CLAVE.toCharArray();

  private final ServerSocket server;
  private final List<Integer> leidos = new CopyOnWriteArrayList<>();
  private final List<Socket> conexiones = new CopyOnWriteArrayList<>();

  private ServidorTls(ServerSocket server) {
    this.server = server;
  }

  /** With this certificate. */
  static ServidorTls con(KeyStore certificado) throws IOException, GeneralSecurityException {
    KeyManagerFactory llaves =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    llaves.init(certificado, CLAVE);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(llaves.getKeyManagers(), null, null);
    ServidorTls nuevo =
        new ServidorTls(
            tls.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    nuevo.atender();
    return nuevo;
  }

  /** Takes connections and says nothing. */
  static ServidorTls mudo() throws IOException {
    ServidorTls nuevo = new ServidorTls(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(nuevo::callar);
    return nuevo;
  }

  /** Answers whatever it is told in clear. */
  static ServidorTls claro() throws IOException {
    ServidorTls nuevo = new ServidorTls(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(nuevo::responder);
    return nuevo;
  }

  private void responder() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        conexiones.add(socket);
      } catch (IOException hungUp) {
        // The next one may listen.
      }
    }
  }

  URI url(String host) {
    return URI.create("https://%s:%d/ruta".formatted(host, server.getLocalPort()));
  }

  /** How many bytes of application data each visitor sent after the handshake. */
  List<Integer> leidos() {
    return List.copyOf(leidos);
  }

  List<Socket> conexiones() {
    return List.copyOf(conexiones);
  }

  private void atender() {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  conexiones.add(socket);
                  ((SSLSocket) socket).startHandshake();
                  leidos.add(socket.getInputStream().readAllBytes().length);
                } catch (IOException refusedByTheVisitor) {
                  // The next one may like it better.
                }
              }
            });
  }

  private void callar() {
    while (!server.isClosed()) {
      try {
        conexiones.add(server.accept());
      } catch (IOException closing) {
        return;
      }
    }
  }

  /**
   * A key and its own certificate for a name, made by the JDK's keytool.
   *
   * @param desde as keytool takes it, e.g. {@code -10d}
   */
  static KeyStore certificado(Path carpeta, String host, String desde, int dias)
      throws IOException, InterruptedException, GeneralSecurityException {
    CertificadoDePrueba hecho =
        CertificadoDePrueba.hacer(carpeta, host + desde + dias, "dns:" + host, desde, dias);
    KeyStore almacen = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(hecho.almacen())) {
      almacen.load(bytes, CLAVE);
    }
    return almacen;
  }

  /** Trusts this certificate and no other. */
  static KeyStore confianza(KeyStore certificado) throws IOException, GeneralSecurityException {
    KeyStore almacen = KeyStore.getInstance("PKCS12");
    almacen.load(null, null);
    almacen.setCertificateEntry(
        CertificadoDePrueba.ALIAS, certificado.getCertificate(CertificadoDePrueba.ALIAS));
    return almacen;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : conexiones) {
      socket.close();
    }
  }
}
