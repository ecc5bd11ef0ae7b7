package co.satccf.token.compartir;

import co.satccf.token.compartir.Verificacion.Certificado;
import co.satccf.token.compartir.Verificacion.Resultado;
import co.satccf.token.config.SatConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * One TLS handshake with an address that people gave, and nothing said after it. What is looked at
 * is what is connected to: a name is resolved once, and only if all its addresses are of the public
 * internet, or the name is one that {@code sat.compartir.internos} allows.
 */
@ApplicationScoped
class Verificador {

  private static final int HTTPS = 443;
  private static final int CERTIFICADOS = 10;
  private static final int LARGO_DE_NOMBRE = 300;

  /** Finds the addresses of a name. */
  @FunctionalInterface
  interface Guia {
    InetAddress[] direcciones(String host) throws UnknownHostException;
  }

  private final Set<String> internos;
  private final Duration plazo;
  private final Guia guia;
  private final X509ExtendedTrustManager juez;
  private final Clock clock;

  @Inject
  Verificador(SatConfig config, Clock clock) {
    this(
        config.compartir().internos().orElse(Set.of()),
        config.compartir().plazo(),
        InetAddress::getAllByName,
        autoridades(null),
        clock);
  }

  /**
   * @param plazo for name, connection and handshake together
   */
  Verificador(
      Set<String> internos, Duration plazo, Guia guia, X509ExtendedTrustManager juez, Clock clock) {
    this.internos = internos;
    this.plazo = plazo;
    this.guia = guia;
    this.juez = juez;
    this.clock = clock;
  }

  /**
   * @param almacen whom to trust; the platform's authorities when null
   */
  static X509ExtendedTrustManager autoridades(@Nullable KeyStore almacen) {
    try {
      TrustManagerFactory fabrica =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      fabrica.init(almacen);
      return Arrays.stream(fabrica.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException everyJdkCan) {
      throw new IllegalStateException(everyJdkCan);
    }
  }

  /** Knocks; takes no longer than the time it has. */
  Verificacion verificar(URI url) {
    FutureTask<Verificacion> intento = new FutureTask<>(() -> intentar(url));
    // A virtual thread: interrupted, it closes the socket it waits for.
    Thread.ofVirtual().name("verificacion").start(intento);
    try {
      return intento.get(plazo.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      intento.cancel(true);
      return sinCadena(url, Resultado.NO_TERMINA);
    } catch (InterruptedException stopping) {
      intento.cancel(true);
      Thread.currentThread().interrupt();
      return sinCadena(url, Resultado.NO_TERMINA);
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    }
  }

  private Verificacion intentar(URI url) throws GeneralSecurityException {
    InetAddress[] direcciones;
    try {
      direcciones = guia.direcciones(url.getHost());
    } catch (UnknownHostException none) {
      return sinCadena(url, Resultado.NO_SE_ENCUENTRA);
    }
    if (!internos.contains(url.getHost().toLowerCase(Locale.ROOT))
        && Arrays.stream(direcciones).anyMatch(DireccionesInternas::es)) {
      return sinCadena(url, Resultado.DIRECCION_INTERNA);
    }
    int puerto = url.getPort() < 0 ? HTTPS : url.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(direcciones[0], puerto));
      return saludar(url, socket, puerto);
    } catch (IOException nobody) {
      return sinCadena(url, Resultado.NO_CONECTA);
    }
  }

  private Verificacion saludar(URI url, Socket conexion, int puerto)
      throws GeneralSecurityException {
    Testigo testigo = new Testigo(juez);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {testigo}, null);
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(conexion, url.getHost(), puerto, true)) {
      SSLParameters parametros = socket.getSSLParameters();
      parametros.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parametros);
      socket.startHandshake();
      return con(url, Resultado.RESPONDE, socket.getSession().getProtocol(), testigo.mostrados());
    } catch (IOException failed) {
      return testigo.rechazados()
          ? con(url, Resultado.CERTIFICADO_NO_VALIDO, null, testigo.mostrados())
          : sinCadena(url, Resultado.NO_HABLA_TLS);
    }
  }

  private Verificacion sinCadena(URI url, Resultado resultado) {
    return con(url, resultado, null, List.of());
  }

  private Verificacion con(
      URI url, Resultado resultado, @Nullable String protocolo, List<X509Certificate> cadena) {
    Instant ahora = clock.instant();
    return new Verificacion(
        url.toString(),
        ahora,
        resultado,
        resultado.detalle(),
        protocolo,
        cadena.stream().limit(CERTIFICADOS).map(uno -> certificado(uno, ahora)).toList());
  }

  private static Certificado certificado(X509Certificate certificado, Instant ahora) {
    Instant hasta = certificado.getNotAfter().toInstant();
    try {
      return new Certificado(
          breve(certificado.getSubjectX500Principal().getName()),
          breve(certificado.getIssuerX500Principal().getName()),
          certificado.getNotBefore().toInstant(),
          hasta,
          ChronoUnit.DAYS.between(ahora, hasta),
          LlavePublica.huella(certificado));
    } catch (CertificateEncodingException never) {
      throw new IllegalStateException("it came encoded");
    }
  }

  private static String breve(String nombre) {
    return nombre.length() <= LARGO_DE_NOMBRE ? nombre : nombre.substring(0, LARGO_DE_NOMBRE) + "…";
  }
}
