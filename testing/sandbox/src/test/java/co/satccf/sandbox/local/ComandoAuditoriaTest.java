package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.Principal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComandoAuditoriaTest {

  private static final String HASH = "ab".repeat(32);

  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();
  private HttpServer servicio;
  private String respuesta = "";
  private final List<String> tokens = new ArrayList<>();
  private Path token = Path.of("");

  @TempDir private Path carpeta = Path.of("");

  @BeforeEach
  void listen() throws IOException {
    token = Files.writeString(carpeta.resolve("token"), "el-token\n");
    servicio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    servicio.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = respuesta.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    servicio.start();
  }

  @AfterEach
  void stop() {
    servicio.stop(0);
  }

  @Test
  void endsWellWhenTheChainHolds() {
    // Given
    respuesta =
        "{\"integra\":true,\"revisados\":3,\"ultimo\":{\"numero\":3,\"hash\":\"%s\"},\"rotura\":null}"
            .formatted(HASH);
    // Then
    assertThat(run("auditoria", url() + "/", "--hasta", "2:" + HASH)).isZero();
    assertThat(asked).containsExactly("/auditoria/verificacion?hasta=2:" + HASH);
    assertThat(tokens).containsExactly("Bearer el-token");
  }

  @Test
  void endsWithOneWhenALinkIsBroken() {
    // Given
    respuesta =
        "{\"integra\":false,\"revisados\":2,\"ultimo\":null,\"rotura\":{\"numero\":3,\"falla\":\"HASH\",\"detalle\":\"x\"}}";
    // Then
    assertThat(run("auditoria", url())).isEqualTo(1);
  }

  @Test
  void endsWithThreeWhenNobodyAnswers() {
    String url = url();
    servicio.stop(0);
    assertThat(run("auditoria", url)).isEqualTo(3);
    assertThat(err.toString()).contains("no responde " + url);
  }

  @Test
  void refusesAHeadThatIsNoneBeforeAskingAnybody() {
    assertThat(run("auditoria", url(), "--hasta", "2:abc")).isEqualTo(2);
    assertThat(err.toString()).contains("--hasta").contains("hexadecimales");
    assertThat(asked).isEmpty();
  }

  @Test
  void wantsToKnowWhichServiceAHeadIsOf() {
    assertThat(run("auditoria", "--hasta", "2:" + HASH)).isEqualTo(2);
    assertThat(err.toString()).contains("falta su URL");
  }

  private String url() {
    return "http://127.0.0.1:" + servicio.getAddress().getPort();
  }

  private int run(String... args) {
    List<String> todo = new ArrayList<>(List.of(args));
    todo.add("--token=" + token);
    return Principal.comando()
        .setErr(new PrintWriter(err, true))
        .execute(todo.toArray(String[]::new));
  }
}
