package co.satccf.identidad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.identidad.Negada.Causa;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlavesTest {

  private static final String EMISOR = "sat.identidad.emisores.personas.";
  private static final String LLAVES = EMISOR + "llaves";

  @TempDir Path carpeta = Path.of("");

  private final AtomicLong ahora = new AtomicLong();
  private Emisor emisor;
  private Path token;
  private LectorDeTokens lector;

  @BeforeEach
  void empezar() throws IOException {
    Map<String, String> propiedades = IdentidadDePrueba.iniciar("afiliacion-service", carpeta);
    emisor = new Emisor(Files.readAllBytes(Path.of(requireNonNull(propiedades.get(LLAVES)))));
    token = Files.writeString(carpeta.resolve("token"), "uno\n");
    propiedades.put(LLAVES, emisor.direccion());
    propiedades.put(EMISOR + "llaves-token", token.toString());
    lector = Lectores.con("afiliacion-service", propiedades, ahora::get);
  }

  @AfterEach
  void terminar() {
    emisor.servidor.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://kubernetes.default.svc/openid/v1/jwks",
        "http://127.0.0.1.example/jwks",
        "ftp://127.0.0.1/jwks",
        "jwks.json",
        "https:///jwks"
      })
  void takesKeysFromNowhereThatAnybodyCouldSpeakFor(String llaves) {
    assertThatThrownBy(() -> Llaves.direccion("sat.x.llaves", llaves))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("sat.x.llaves", llaves);
  }

  @Test
  void asksForTheKeysWithTheTokenThatStandsInItsFileAndKeepsThem() throws IOException {
    // Given: a key set behind a door of its own, as the Kubernetes API has it
    emisor.estado = 503;

    // When: they cannot be had at first
    assertThat(negada()).contains(Causa.SIN_LLAVES);
    Files.writeString(token, "dos\n");
    emisor.estado = 200;
    pasan(Duration.ofSeconds(10));

    // Then
    assertThat(negada()).isEmpty();
    assertThat(negada()).isEmpty();
    assertThat(emisor.preguntas).containsExactly("Bearer uno", "Bearer dos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"keys\":[]}",
        "<html>",
        "{\"keys\":[{\"kty\":\"RSA\"}]}",
        "{\"keys\":[\"x\"]}"
      })
  void anIssuerWithoutKeysIsAskedOnceInTenSeconds(String cuerpo) {
    // Given
    emisor.cuerpo = cuerpo.getBytes(UTF_8);

    // When
    for (int i = 0; i < 20; i++) {
      assertThat(negada()).isPresent();
    }

    // Then
    assertThat(emisor.preguntas).hasSize(1);
    pasan(Duration.ofSeconds(10));
    negada();
    assertThat(emisor.preguntas).hasSize(2);
  }

  @Test
  void theLastKeysServeForAnHourWhileTheIssuerIsAway() throws IOException {
    // Given
    Llaves llaves = llaves();
    String buenas = llaves.get("").getBody();
    emisor.estado = 503;

    // When, Then
    pasan(Duration.ofMinutes(59));
    assertThat(llaves.get("").getBody()).isEqualTo(buenas);
    pasan(Duration.ofMinutes(1));
    assertThatThrownBy(() -> llaves.get("")).isInstanceOf(IOException.class);

    // When it is back
    emisor.estado = 200;
    pasan(Duration.ofSeconds(10));
    assertThat(llaves.get("").getBody()).isEqualTo(buenas);
  }

  @Test
  void whoeverAsksWhileTheIssuerIsAwayWaitsOnceInTenSeconds() throws IOException {
    // Given
    Llaves llaves = llaves();
    llaves.get("");
    emisor.cuerpo = "<html>".getBytes(UTF_8);

    // When
    for (int i = 0; i < 20; i++) {
      llaves.get("");
    }

    // Then
    assertThat(emisor.preguntas).hasSize(2);
    pasan(Duration.ofSeconds(10));
    llaves.get("");
    assertThat(emisor.preguntas).hasSize(3);
  }

  private Llaves llaves() {
    return new Llaves(URI.create(emisor.direccion()), Optional.of(token), null, ahora::get);
  }

  private void pasan(Duration lapso) {
    ahora.addAndGet(lapso.toNanos());
  }

  /** Why a good token does not open, if so. */
  private Optional<Causa> negada() {
    try {
      lector.leer(List.of("Bearer " + IdentidadDePrueba.administrador()));
      return Optional.empty();
    } catch (Negada negada) {
      return Optional.of(negada.causa());
    }
  }

  /** A key set over HTTP. */
  private static final class Emisor {
    final List<String> preguntas = new CopyOnWriteArrayList<>();
    final HttpServer servidor;
    volatile int estado = 200;
    volatile byte[] cuerpo;

    Emisor(byte[] cuerpo) throws IOException {
      this.cuerpo = cuerpo;
      servidor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      servidor.createContext(
          "/",
          pedido -> {
            preguntas.add(pedido.getRequestHeaders().getFirst("Authorization"));
            pedido.sendResponseHeaders(estado, this.cuerpo.length == 0 ? -1 : this.cuerpo.length);
            pedido.getResponseBody().write(this.cuerpo);
            pedido.close();
          });
      servidor.start();
    }

    String direccion() {
      return "http://127.0.0.1:" + servidor.getAddress().getPort() + "/jwks";
    }
  }
}
