package co.satccf.token.ministerio;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.token.config.SatConfig;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import co.satccf.token.prueba.Configuraciones;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.TokenServiceTest;
import co.satccf.token.secretos.Credencial;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What only a bare socket can do to a request. */
@QuarkusTest
class PuntoDeTokensTest extends TokenServiceTest {

  private static final Credencial CREDENCIAL =
      new Credencial(MinisterioResource.USUARIO, MinisterioResource.CLAVE);
  private static final byte[] UN_PEDAZO_DE_RESPUESTA =
      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{".getBytes(UTF_8);

  @Inject OidcClients oidc;

  @Test
  void aResetAfterThePasswordWentOutIsNotFollowedByASecondRequest() throws Exception {
    // Given
    AtomicInteger formularios = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> atender(server, conexion -> reiniciarTrasLeer(conexion, formularios)));

      // When
      Respuesta respuesta = punto(server, "5S").pedir(DESAFILIACION, CREDENCIAL);

      // Then
      assertThat(respuesta).isInstanceOf(SinRespuesta.class);
      assertThat(formularios).hasValue(1);
    }
  }

  @Test
  void aDrippingAnswerCannotStretchTheDeadline() throws Exception {
    // Given: a byte now and then, for as long as anybody listens
    AtomicInteger abiertas = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> atender(server, conexion -> gotear(conexion, abiertas)));

      // When
      Respuesta respuesta = punto(server, "500MS").pedir(DESAFILIACION, CREDENCIAL);

      // Then: and the connection is given up, not kept
      assertThat(respuesta).isEqualTo(new SinRespuesta("PLAZO_VENCIDO", Duration.ZERO));
      await().untilAsserted(() -> assertThat(abiertas).hasValue(0));
    }
  }

  @Test
  void aPortNobodyListensOnIsNoConnection() throws Exception {
    // Given
    ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    PuntoDeTokens punto = punto(server, "5S");
    server.close();

    // When
    Respuesta respuesta = punto.pedir(DESAFILIACION, CREDENCIAL);

    // Then
    assertThat(respuesta).isEqualTo(new SinRespuesta("SIN_CONEXION", Duration.ZERO));
  }

  private PuntoDeTokens punto(ServerSocket server, String plazo) {
    Map<String, String> propiedades = Configuraciones.valida();
    propiedades.put("sat.ministerio.url", "http://127.0.0.1:" + server.getLocalPort());
    propiedades.put("sat.ministerio.plazo", plazo);
    SatConfig config = Configuraciones.leer(propiedades);
    return new PuntoDeTokens(oidc, config);
  }

  @FunctionalInterface
  private interface Trato {
    void con(Socket conexion) throws IOException;
  }

  private static void atender(ServerSocket server, Trato trato) {
    while (!server.isClosed()) {
      try (Socket conexion = server.accept()) {
        trato.con(conexion);
      } catch (IOException closed) {
        // The test is over, or the client has gone.
      }
    }
  }

  private static void reiniciarTrasLeer(Socket conexion, AtomicInteger formularios)
      throws IOException {
    byte[] leido = conexion.getInputStream().readNBytes(100);
    if (leido.length > 0) {
      formularios.incrementAndGet();
    }
    conexion.setSoLinger(true, 0);
  }

  private static void gotear(Socket conexion, AtomicInteger abiertas) throws IOException {
    abiertas.incrementAndGet();
    try {
      conexion.getInputStream().readNBytes(100);
      conexion.setSoTimeout(50);
      conexion.getOutputStream().write(UN_PEDAZO_DE_RESPUESTA);
      while (sigueAbierta(conexion)) {
        conexion.getOutputStream().write(' ');
      }
    } finally {
      abiertas.decrementAndGet();
    }
  }

  /** Waits a moment for the client to hang up. */
  private static boolean sigueAbierta(Socket conexion) throws IOException {
    try {
      return conexion.getInputStream().read(new byte[1_024]) >= 0;
    } catch (SocketTimeoutException silent) {
      return true;
    } catch (SocketException cut) {
      return false;
    }
  }
}
