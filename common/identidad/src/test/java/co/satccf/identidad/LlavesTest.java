package co.satccf.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.identidad.Negada.Causa;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlavesTest {

  @TempDir Path carpeta = Path.of("");

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
    Map<String, String> propiedades = IdentidadDePrueba.iniciar("afiliacion-service", carpeta);
    String archivo = Objects.requireNonNull(propiedades.get(LLAVES));
    byte[] jwks = Files.readAllBytes(Path.of(archivo));
    Path token = Files.writeString(carpeta.resolve("token"), "uno\n");
    List<String> preguntas = new CopyOnWriteArrayList<>();
    HttpServer servidor =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    servidor.createContext(
        "/",
        pedido -> {
          preguntas.add(pedido.getRequestHeaders().getFirst("Authorization"));
          pedido.sendResponseHeaders(preguntas.size() == 1 ? 503 : 200, jwks.length);
          pedido.getResponseBody().write(jwks);
          pedido.close();
        });
    servidor.start();
    try {
      propiedades.put(LLAVES, "http://127.0.0.1:" + servidor.getAddress().getPort() + "/jwks");
      propiedades.put(EMISOR + "llaves-token", token.toString());
      LectorDeTokens lector = Lectores.con("afiliacion-service", propiedades);
      List<String> bueno = List.of("Bearer " + IdentidadDePrueba.administrador());

      // When: they cannot be had at first
      assertThatThrownBy(() -> lector.leer(bueno))
          .isInstanceOfSatisfying(
              Negada.class, negada -> assertThat(negada.causa()).isEqualTo(Causa.SIN_LLAVES));
      Files.writeString(token, "dos\n");
      lector.leer(bueno);
      lector.leer(bueno);

      // Then
      assertThat(preguntas).containsExactly("Bearer uno", "Bearer dos");
    } finally {
      servidor.stop(0);
    }
  }

  private static final String EMISOR = "sat.identidad.emisores.personas.";
  private static final String LLAVES = EMISOR + "llaves";
}
