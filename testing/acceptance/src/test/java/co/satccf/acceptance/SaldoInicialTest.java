package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The opening balance of a large fund, on the packaged services, with a kill −9 in the middle. */
class SaldoInicialTest {

  private static final Path RAIZ = Path.of(System.getProperty("sat.raiz", "../.."));
  private static final int EMPLEADORES = 110_000;
  private static final Duration TERMINO = Duration.ofMinutes(2);
  private static final String AFILIACION = ServicioSuite.AFILIACION.modulo();

  @TempDir private static Path carpeta;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void isTakenOnceAlthoughTheServiceIsKilledAndReachesTheSisters() throws Exception {
    Path archivo = Files.writeString(carpeta.resolve("saldo.csv"), saldo());
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ.toAbsolutePath().normalize())
            .soloCon(Set.of(ServicioSuite.AFILIACION, ServicioSuite.RELACION_LABORAL));
    try (Plataforma plataforma = Plataforma.iniciar(opciones, aviso -> {})) {
      // Given a service that is killed in the middle of the file
      CompletableFuture<HttpResponse<String>> cortado = enviar(plataforma, archivo);
      await()
          .atMost(TERMINO)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> lineas(plataforma) >= EMPLEADORES / 3);
      plataforma.matar(AFILIACION);
      assertThat(cortado).failsWithin(Duration.ofSeconds(30));
      plataforma.revivir(AFILIACION);
      plataforma.esperarListo(AFILIACION);
      long antes = lineas(plataforma);
      assertThat(antes).isBetween(EMPLEADORES / 3L, (long) EMPLEADORES);
      // When the same file is sent again
      HttpResponse<String> respuesta = enviar(plataforma, archivo).get();
      // Then it is done, each line once
      assertThat(respuesta.statusCode()).as(respuesta.body()).isEqualTo(200);
      JsonNode tomado = json.readTree(respuesta.body());
      assertThat(tomado.path("lineas").asLong()).isEqualTo(EMPLEADORES + 1);
      assertThat(tomado.path("incorporados").asLong()).isEqualTo(EMPLEADORES - 1);
      assertThat(tomado.path("yaEstaban").asLong()).isZero();
      assertThat(tomado.path("malas").asLong()).isEqualTo(1);
      // And the sisters know all of them
      await()
          .atMost(TERMINO)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> registro(plataforma) >= EMPLEADORES - 1);
    }
  }

  private static String saldo() {
    return IntStream.range(0, EMPLEADORES)
        .mapToObj(i -> "NI,%s,0,05,2021-07-29\n".formatted(i == 500 ? "mal" : 800_000_000 + i))
        .collect(Collectors.joining("", "tipo,numero,serialSAT,departamento,fecha\n", ""));
  }

  private CompletableFuture<HttpResponse<String>> enviar(Plataforma plataforma, Path archivo)
      throws IOException {
    return http.sendAsync(
        HttpRequest.newBuilder(
                plataforma
                    .direccion(AFILIACION)
                    .resolve("/empleadores/saldo-inicial?archivo=saldo.csv"))
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.ADMINISTRADOR))
            .POST(BodyPublishers.ofFile(archivo))
            .build(),
        BodyHandlers.ofString());
  }

  private long lineas(Plataforma plataforma) throws IOException, InterruptedException {
    return pedir(plataforma, ServicioSuite.AFILIACION, "/empleadores/saldo-inicial/saldo.csv")
        .path("lineas")
        .asLong();
  }

  /** Records of the register that relacion-laboral-service has read: one for each change. */
  private long registro(Plataforma plataforma) throws IOException, InterruptedException {
    long leidos = 0;
    JsonNode posiciones =
        pedir(plataforma, ServicioSuite.RELACION_LABORAL, "/conteos").path("intake");
    for (var posicion : posiciones.properties()) {
      if (posicion.getKey().startsWith("sat.empleadores-")) {
        leidos += posicion.getValue().asLong();
      }
    }
    return leidos;
  }

  private JsonNode pedir(Plataforma plataforma, ServicioSuite servicio, String ruta)
      throws IOException, InterruptedException {
    HttpRequest pedido =
        HttpRequest.newBuilder(plataforma.direccion(servicio).resolve(ruta))
            .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.CONSULTA))
            .build();
    return json.readTree(http.send(pedido, BodyHandlers.ofString()).body());
  }
}
