package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shadow mode: everything runs but the call; what was due goes out once when sending is real. */
class SimulacionTest {

  private static final Path RAIZ = Path.of(System.getProperty("sat.raiz", "../.."));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void nothingReachesTheMinistryUntilSendingIsReal() throws Exception {
    OpcionesDePlataforma real = OpcionesDePlataforma.en(RAIZ.toAbsolutePath().normalize());
    OpcionesDePlataforma simulado = real;
    for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
      simulado = simulado.con(servicio, "sat.envio", "simulado");
    }
    try (Plataforma plataforma = Plataforma.iniciar(simulado, aviso -> {})) {
      // Given a feed that goes through while sending is simulated, until nothing moves any more
      Corrida corrida = new Corrida(plataforma, System.out, false, Duration.ofSeconds(10));
      assertThat(corrida.correr(ErpSintetico.lineas(600, 31)).bien()).isFalse();
      // Then each due report was simulated, and the Ministry has heard of nothing
      long simulados = 0;
      for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
        assertThat(pedir(plataforma, servicio, "/servicios").path("envio").asText())
            .isEqualTo("SIMULADO");
        assertThat(pedir(plataforma, servicio, "/q/health/ready").toString())
            .contains("simulado: nada sale");
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () -> {
                  for (JsonNode conteo :
                      pedir(plataforma, servicio, "/conteos").path("servicios")) {
                    assertThat(conteo.path("simulados").asLong())
                        .isEqualTo(conteo.path("listos").asLong());
                    assertThat(conteo.path("enVuelo").asLong()).isZero();
                  }
                });
        for (JsonNode conteo : pedir(plataforma, servicio, "/conteos").path("servicios")) {
          simulados += conteo.path("simulados").asLong();
        }
      }
      assertThat(simulados).isGreaterThan(50);
      assertThat(plataforma.control().libro()).isEmpty();
      assertThat(plataforma.control().resumen().tokensPedidos()).isZero();

      // When the services start again with real sending
      for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
        plataforma.reemplazar(servicio, real);
      }
      for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
        plataforma.esperarListo(servicio.modulo());
      }
      // Then everything goes out, once
      Corrida.Veredicto veredicto = corrida.correr(List.of());
      assertThat(veredicto.resumen().path("diferencias")).isEmpty();
      assertThat(veredicto.perdidos()).isZero();
      assertThat(veredicto.dobles()).isZero();
      assertThat(veredicto.bien()).isTrue();
      assertThat(plataforma.control().libro()).hasSizeGreaterThan((int) simulados);
    }
  }

  private JsonNode pedir(Plataforma plataforma, ServicioSuite servicio, String ruta)
      throws IOException, InterruptedException {
    URI de =
        ruta.startsWith("/q/")
            ? plataforma.gestion(servicio.modulo())
            : plataforma.direccion(servicio);
    HttpResponse<String> respuesta =
        http.send(
            HttpRequest.newBuilder(de.resolve(ruta))
                .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.CONSULTA))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(respuesta.statusCode()).as(ruta + " " + respuesta.body()).isEqualTo(200);
    return json.readTree(respuesta.body());
  }
}
