package co.satccf.token.compartir;

import static co.satccf.token.compartir.Verificacion.Resultado.CERTIFICADO_NO_VALIDO;
import static co.satccf.token.compartir.Verificacion.Resultado.DIRECCION_INTERNA;
import static co.satccf.token.compartir.Verificacion.Resultado.NO_CONECTA;
import static co.satccf.token.compartir.Verificacion.Resultado.NO_HABLA_TLS;
import static co.satccf.token.compartir.Verificacion.Resultado.NO_SE_ENCUENTRA;
import static co.satccf.token.compartir.Verificacion.Resultado.NO_TERMINA;
import static co.satccf.token.compartir.Verificacion.Resultado.RESPONDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.token.compartir.Verificador.Guia;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificadorTest {

  private static final String HOST = "servicios.ccf.example";
  private static final Duration PLAZO = Duration.ofSeconds(5);

  @TempDir Path carpeta;
  private final AtomicInteger preguntas = new AtomicInteger();

  @Test
  void tellsTheCertificateOfAnAddressThatAnswersAndSaysNothingToIt() throws Exception {
    // Given
    KeyStore suyo = ServidorTls.certificado(carpeta, HOST, "-1d", 31);
    try (ServidorTls servidor = ServidorTls.con(suyo)) {
      // When
      Verificacion dicho = permitido(confiando(suyo)).verificar(servidor.url(HOST));

      // Then
      assertThat(dicho.resultado()).isEqualTo(RESPONDE);
      assertThat(dicho.protocolo()).isEqualTo("TLSv1.3");
      assertThat(dicho.cadena())
          .singleElement()
          .satisfies(
              uno -> {
                assertThat(uno.sujeto()).isEqualTo("CN=" + HOST);
                assertThat(uno.huella()).matches("[0-9a-f]{64}");
                assertThat(uno.dias()).isBetween(28L, 30L);
                assertThat(uno.desde().until(uno.hasta(), ChronoUnit.DAYS)).isEqualTo(31);
              });
      await().untilAsserted(() -> assertThat(servidor.leidos()).containsExactly(0));
      assertThat(preguntas).hasValue(1);
    }
  }

  @Test
  void tellsTheCertificateThatItDoesNotTrust() throws Exception {
    // Given
    KeyStore suyo = ServidorTls.certificado(carpeta, HOST, "-1d", 31);
    KeyStore vencido = ServidorTls.certificado(carpeta, HOST, "-10d", 5);
    KeyStore ajeno = ServidorTls.certificado(carpeta, "otro.example", "-1d", 31);
    try (ServidorTls desconocido = ServidorTls.con(suyo);
        ServidorTls caduco = ServidorTls.con(vencido);
        ServidorTls deOtro = ServidorTls.con(ajeno)) {
      // When
      Verificacion sinConfianza =
          permitido(Verificador.autoridades(null)).verificar(desconocido.url(HOST));
      Verificacion vencida = permitido(confiando(vencido)).verificar(caduco.url(HOST));
      Verificacion deOtroNombre = permitido(confiando(ajeno)).verificar(deOtro.url(HOST));

      // Then
      assertThat(sinConfianza.resultado()).isEqualTo(CERTIFICADO_NO_VALIDO);
      assertThat(sinConfianza.cadena()).extracting("sujeto").containsExactly("CN=" + HOST);
      assertThat(vencida.resultado()).isEqualTo(CERTIFICADO_NO_VALIDO);
      assertThat(vencida.cadena().getFirst().dias()).isNegative();
      assertThat(deOtroNombre.resultado()).isEqualTo(CERTIFICADO_NO_VALIDO);
      assertThat(deOtroNombre.cadena()).extracting("sujeto").containsExactly("CN=otro.example");
    }
  }

  @Test
  void takesNoLongerThanItsTimeAndHangsUp() throws Exception {
    // Given
    try (ServidorTls mudo = ServidorTls.mudo()) {
      long desde = System.nanoTime();

      // When
      Verificacion dicho =
          verificador(Set.of(HOST), Duration.ofMillis(300), guia("127.0.0.1"), publicas())
              .verificar(mudo.url(HOST));

      // Then
      assertThat(dicho.resultado()).isEqualTo(NO_TERMINA);
      assertThat(Duration.ofNanos(System.nanoTime() - desde)).isLessThan(Duration.ofSeconds(3));
      await().until(() -> mudo.conexiones().size() == 1);
      Socket conexion = mudo.conexiones().getFirst();
      conexion.setSoTimeout(5_000);
      // What comes is the greeting, and then the end.
      assertThat(conexion.getInputStream().readAllBytes()).isNotNull();
    }
  }

  @Test
  void tellsWhoDoesNotSpeakTlsNorTakeConnectionsNorIsFound() throws Exception {
    // Given
    ServidorTls claro = ServidorTls.claro();
    URI url = claro.url(HOST);

    // When
    Verificacion.Resultado enClaro = permitido(publicas()).verificar(url).resultado();
    claro.close();
    Verificacion.Resultado cerrado = permitido(publicas()).verificar(url).resultado();
    Guia nadie =
        host -> {
          throw new UnknownHostException(host);
        };
    Verificacion.Resultado perdido =
        verificador(Set.of(), PLAZO, nadie, publicas()).verificar(url).resultado();

    // Then
    assertThat(enClaro).isEqualTo(NO_HABLA_TLS);
    assertThat(cerrado).isEqualTo(NO_CONECTA);
    assertThat(perdido).isEqualTo(NO_SE_ENCUENTRA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.254",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:a00:1::",
        "100::1",
        "fec0::1"
      })
  void callsNobodyWhoIsNotOfTheInternet(String direccion) throws Exception {
    // Given a server that would take the call
    try (ServidorTls servidor = ServidorTls.mudo()) {
      // When
      Verificacion dicho =
          verificador(Set.of(), PLAZO, guia(direccion), publicas()).verificar(servidor.url(HOST));

      // Then
      assertThat(dicho.resultado()).isEqualTo(DIRECCION_INTERNA);
      assertThat(servidor.conexiones()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1",
        "172.15.0.1", "172.32.0.1", "190.27.214.1", "192.0.1.1", "192.167.0.1", "192.169.0.1",
        "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2800:484::1"
      })
  void anAddressOfTheInternetIsOne(String direccion) throws Exception {
    assertThat(DireccionesInternas.es(InetAddress.getByName(direccion))).isFalse();
  }

  @Test
  void oneInternalAddressAmongSeveralIsEnough() throws Exception {
    // Given
    try (ServidorTls servidor = ServidorTls.mudo()) {
      // When
      Verificacion dicho =
          verificador(Set.of(), PLAZO, guia("1.1.1.1", "127.0.0.1"), publicas())
              .verificar(servidor.url(HOST));

      // Then
      assertThat(dicho.resultado()).isEqualTo(DIRECCION_INTERNA);
      assertThat(servidor.conexiones()).isEmpty();
    }
  }

  @Test
  void aNameThatMovesAfterTheLookLeadsNowhereElse() throws Exception {
    // Given a name that leads elsewhere when it is asked again
    Guia mudadiza =
        host ->
            new InetAddress[] {
              InetAddress.getByName(preguntas.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1")
            };
    try (ServidorTls servidor = ServidorTls.mudo()) {
      // When
      Verificacion dicho =
          verificador(Set.of(HOST), PLAZO, mudadiza, publicas()).verificar(servidor.url(HOST));

      // Then: nobody is at the address that was looked at
      assertThat(dicho.resultado()).isEqualTo(NO_CONECTA);
      assertThat(preguntas).hasValue(1);
      assertThat(servidor.conexiones()).isEmpty();
    }
  }

  private Verificador permitido(X509ExtendedTrustManager juez) {
    return verificador(Set.of(HOST), PLAZO, guia("127.0.0.1"), juez);
  }

  private static Verificador verificador(
      Set<String> internos, Duration plazo, Guia guia, X509ExtendedTrustManager juez) {
    return new Verificador(internos, plazo, guia, juez, Clock.systemUTC());
  }

  private Guia guia(String... direcciones) {
    return host -> {
      preguntas.incrementAndGet();
      InetAddress[] todas = new InetAddress[direcciones.length];
      for (int i = 0; i < direcciones.length; i++) {
        todas[i] = InetAddress.getByName(direcciones[i]);
      }
      return todas;
    };
  }

  private static X509ExtendedTrustManager publicas() {
    return Verificador.autoridades(null);
  }

  private static X509ExtendedTrustManager confiando(KeyStore certificado) throws Exception {
    return Verificador.autoridades(ServidorTls.confianza(certificado));
  }
}
