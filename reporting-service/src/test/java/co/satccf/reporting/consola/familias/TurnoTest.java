package co.satccf.reporting.consola.familias;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.consola.familias.UnoPorUno.Fallo;
import co.satccf.reporting.problema.Problema;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnoTest {

  private Instant ahora = Instant.parse("2026-11-22T15:00:00Z");
  private final InstantSource reloj = () -> ahora;

  @Test
  void aPageAsksForNoMoreOnceItsTimeIsOver() throws IOException {
    // Given a service that takes 40 seconds for each hundred, and always has more
    var lenta = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    lenta.createContext(
        "/",
        pedido -> {
          ahora = ahora.plusSeconds(40);
          var dicho = "{\"reenviados\":100,\"siguiente\":7}".getBytes(UTF_8);
          pedido.sendResponseHeaders(200, dicho.length);
          pedido.getResponseBody().write(dicho);
          pedido.close();
        });
    lenta.start();
    try (var http = HttpClient.newHttpClient()) {
      var vecino =
          new Vecino(
              new Vecino.Linea(http, new ObjectMapper(), Duration.ofSeconds(10)),
              "prueba",
              URI.create("http://127.0.0.1:" + lenta.getAddress().getPort()),
              "",
              "");

      // When
      var hechos =
          EnTandas.pedir(vecino, Direccion.de("reenvios"), Map.of(), 0, Turno.desde(reloj));

      // Then what is left can be gone on with
      assertThat(hechos.cuenta("reenviados")).isEqualTo(300);
      assertThat(hechos.siguiente()).isEqualTo(7);
      assertThat(hechos.falla()).isNull();
    } finally {
      lenta.stop(0);
    }
  }

  @Test
  void ofManyThoseAreNamedThatTheTimeWasNotEnoughFor() {
    var pedidos = new ArrayList<String>();

    var hechos =
        UnoPorUno.pedir(
            List.of("R1", "R2", "R3"),
            Turno.desde(reloj),
            uno -> {
              pedidos.add(uno);
              ahora = ahora.plusSeconds(60);
            });

    assertThat(pedidos).containsExactly("R1", "R2");
    assertThat(hechos.hechos()).isEqualTo(2);
    assertThat(hechos.fallos())
        .singleElement()
        .satisfies(
            fallo -> {
              assertThat(fallo.cual()).isEqualTo("R3");
              assertThat(fallo.porque()).contains("No se intentó");
            });
  }

  @Test
  void whatIsRefusedKeepsNothingElseBackAndAServiceThatIsAwayDoes() {
    var hechos =
        UnoPorUno.pedir(
            List.of("R1", "R2", "R3", "R4"),
            Turno.desde(reloj),
            uno -> {
              switch (uno) {
                case "R1" -> throw falla(422, "aún incumple");
                case "R3" -> throw falla(503, "no responde");
                default -> {}
              }
            });

    assertThat(hechos.hechos()).isEqualTo(1);
    assertThat(hechos.fallos())
        .containsExactly(
            new Fallo("R1", "aún incumple"),
            new Fallo("R3", "no responde"),
            new Fallo("R4", "No se intentó: el servicio no está"));
  }

  private static FallaDeVecino falla(int estado, String porque) {
    return new FallaDeVecino(new Problema("", estado, porque, ""));
  }
}
