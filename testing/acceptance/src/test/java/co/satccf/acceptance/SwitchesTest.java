package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Replicas of a transmitter share partitions, queue and limit; a switch moved on one holds for all
 * of them, and for those that start later.
 */
class SwitchesTest {

  private static final Path RAIZ = Path.of(System.getProperty("sat.raiz", "../.."));
  private static final String INICIO = "InicioRelacionLaboral";
  private static final String PRIMERA = ServicioSuite.RELACION_LABORAL.modulo();
  private static final Duration EFECTO = Duration.ofSeconds(2);
  private static final int EN_VUELO = 8;
  private static final long LATENCIA_MS = 50;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void replicasShareTheWorkAndItsLimitAndASwitchHoldsForAllInTwoSecondsAndOutlivesAKill()
      throws Exception {
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ.toAbsolutePath().normalize()).conEnVuelo(EN_VUELO);
    try (Plataforma plataforma = Plataforma.iniciar(opciones, aviso -> {})) {
      // Given two replicas that send while a feed goes through
      String segunda = plataforma.replica(ServicioSuite.RELACION_LABORAL);
      plataforma.control().fallas(Fallas.conLatencia(Latencia.fija((int) LATENCIA_MS)));
      CompletableFuture<Corrida.Veredicto> corrida =
          CompletableFuture.supplyAsync(
              () ->
                  new Corrida(plataforma, System.out, false, Duration.ofSeconds(60))
                      .correr(ErpSintetico.lineas(2_000, 5)),
              Thread::startVirtualThread);
      await().atMost(Duration.ofSeconds(60)).until(() -> inicios(plataforma).size() > 50);
      for (String replica : List.of(PRIMERA, segunda)) {
        await().atMost(Duration.ofSeconds(60)).until(() -> calls(plataforma, replica) > 0);
      }

      // When everything is paused on the first
      JsonNode paused =
          pedir(plataforma, PRIMERA, "POST", "/servicios/pausar", "{\"motivo\":\"x\"}");
      Instant pausa = Instant.parse(paused.path("instante").asText());
      // Then 2 s later none sends, and a killed replica comes back paused
      plataforma.matar(segunda);
      plataforma.revivir(segunda);
      plataforma.esperarListo(segunda);
      await().atMost(Duration.ofSeconds(30)).until(() -> enVuelo(plataforma, segunda) == 0);
      int sent = inicios(plataforma).size();
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(6))
          .until(() -> inicios(plataforma).size() == sent);
      assertThat(inicios(plataforma))
          .allSatisfy(
              pedido -> assertThat(Instant.parse(pedido.recibido())).isBefore(pausa.plus(EFECTO)));
      assertThat(listos(plataforma)).as("reports that the pause holds").isPositive();
      assertThat(servicio(plataforma, segunda).at("/pausa/quien").asText())
          .isEqualTo(UsuarioDeArena.ADMINISTRADOR.sujeto());

      // When the second gets a ceiling of one and resumes
      pedir(
          plataforma,
          segunda,
          "PUT",
          "/servicios/" + INICIO + "/cupo",
          "{\"techo\":1,\"motivo\":\"x\"}");
      JsonNode resumed =
          pedir(plataforma, segunda, "POST", "/servicios/reanudar", "{\"motivo\":\"x\"}");
      Instant reanudacion = Instant.parse(resumed.path("instante").asText());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> after(plataforma, reanudacion.plus(EFECTO)).size() > 40);
      // Then the fleet has one in flight: each call begins when the one before has its answer
      List<Instant> calls = after(plataforma, reanudacion.plus(EFECTO));
      for (int i = 1; i < calls.size(); i++) {
        assertThat(Duration.between(calls.get(i - 1), calls.get(i)).toMillis())
            .isGreaterThanOrEqualTo(LATENCIA_MS - 5);
      }

      // When the cupo is given back
      pedir(plataforma, PRIMERA, "DELETE", "/servicios/" + INICIO + "/cupo", "{\"motivo\":\"x\"}");
      // Then everything arrives, once, and the audit of it holds
      assertThat(corrida.join().bien()).isTrue();
      assertThat(atOnce(plataforma)).isBetween(2, EN_VUELO);
      JsonNode verificacion = pedir(plataforma, segunda, "GET", "/auditoria/verificacion", "");
      assertThat(verificacion.path("integra").asBoolean()).isTrue();
      // Paused, limited, resumed, given back; the corrections of the feed have entries of their
      // own.
      JsonNode asientos =
          pedir(plataforma, segunda, "GET", "/auditoria?objeto=servicio/" + INICIO, "");
      assertThat(asientos.path("asientos")).hasSize(4);
    }
  }

  private static double calls(Plataforma plataforma, String replica) {
    return plataforma.metrica(replica, "sat_llamadas_seconds_count").orElse(0);
  }

  /** The most calls that the Ministry saw at once. */
  private static int atOnce(Plataforma plataforma) {
    return Objects.requireNonNull(plataforma.control().resumen().servicios().get(INICIO))
        .concurrenciaMaxima();
  }

  private static List<EntradaDelLibro> inicios(Plataforma plataforma) {
    return plataforma.control().libro(INICIO);
  }

  private static List<Instant> after(Plataforma plataforma, Instant desde) {
    return inicios(plataforma).stream()
        .map(pedido -> Instant.parse(pedido.recibido()))
        .filter(instante -> instante.isAfter(desde))
        .sorted()
        .toList();
  }

  private long enVuelo(Plataforma plataforma, String replica) throws Exception {
    return servicio(plataforma, replica).path("enVuelo").asLong();
  }

  private JsonNode servicio(Plataforma plataforma, String replica) throws Exception {
    for (JsonNode servicio :
        pedir(plataforma, replica, "GET", "/servicios", "").path("servicios")) {
      if (servicio.path("servicio").asText().equals(INICIO)) {
        return servicio;
      }
    }
    throw new AssertionError("no " + INICIO);
  }

  private long listos(Plataforma plataforma) throws Exception {
    return pedir(plataforma, PRIMERA, "GET", "/conteos", "")
        .at("/servicios/" + INICIO + "/listos")
        .asLong();
  }

  private JsonNode pedir(
      Plataforma plataforma, String replica, String metodo, String ruta, String cuerpo)
      throws IOException, InterruptedException {
    HttpRequest pedido =
        HttpRequest.newBuilder(plataforma.direccion(replica).resolve(ruta))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.ADMINISTRADOR))
            .method(
                metodo,
                cuerpo.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(cuerpo))
            .build();
    HttpResponse<String> respuesta = http.send(pedido, HttpResponse.BodyHandlers.ofString());
    assertThat(respuesta.statusCode()).as(ruta + " " + respuesta.body()).isEqualTo(200);
    return json.readTree(respuesta.body());
  }
}
