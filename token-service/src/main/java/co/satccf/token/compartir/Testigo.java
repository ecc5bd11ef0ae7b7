package co.satccf.token.compartir;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Remembers the certificates that a server shows, and leaves it to another to trust them or not.
 */
final class Testigo extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager juez;
  private volatile List<X509Certificate> mostrados = List.of();
  private volatile boolean rechazados;

  Testigo(X509ExtendedTrustManager juez) {
    this.juez = juez;
  }

  List<X509Certificate> mostrados() {
    return mostrados;
  }

  /** Whether they were shown and not trusted. */
  boolean rechazados() {
    return rechazados;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] cadena, String tipo, Socket socket)
      throws CertificateException {
    mostrados = List.of(cadena);
    rechazados = true;
    juez.checkServerTrusted(cadena, tipo, socket);
    // One that is trusted by itself is not looked at for its days (RFC 5280, section 6.1).
    cadena[0].checkValidity();
    rechazados = false;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] cadena, String tipo, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("sockets only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] cadena, String tipo)
      throws CertificateException {
    throw new CertificateException("sockets only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] cadena, String tipo, Socket socket)
      throws CertificateException {
    throw new CertificateException("servers only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] cadena, String tipo, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("servers only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] cadena, String tipo)
      throws CertificateException {
    throw new CertificateException("servers only");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return juez.getAcceptedIssuers();
  }
}
