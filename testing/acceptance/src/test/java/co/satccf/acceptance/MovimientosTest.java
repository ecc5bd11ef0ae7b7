package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.TipoFalla;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people and corrections do to reports, on the running platform, judged by the ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovimientosTest {

  private static final Path RAIZ = Path.of(System.getProperty("sat.raiz", "../.."));
  private static final String SERVICIO = "AfiliacionPrimeraVez";
  private static final String MODULO = ServicioSuite.AFILIACION.modulo();
  private static final Duration PRONTO = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Hechos hechos = Hechos.de(77);
  private final Plataforma plataforma =
      Plataforma.iniciar(
          OpcionesDePlataforma.en(RAIZ.toAbsolutePath().normalize())
              .soloCon(Set.of(ServicioSuite.TOKEN, ServicioSuite.AFILIACION))
              .conEnVuelo(8),
          aviso -> {});

  @BeforeAll
  void started() {
    assertThat(plataforma.control().listo()).isTrue();
  }

  @BeforeEach
  void healthyMinistry() {
    plataforma.control().sinFallas();
    plataforma.control().modo(Map.of("proporcionGlosas", 0));
  }

  @AfterAll
  void stop() {
    plataforma.close();
  }

  @Test
  void anOperatorMendsWhatBrokeItsContractAndTheMinistryGetsTheMendedBody() throws Exception {
    // Given
    Hecho roto = con(hechos.primeraVez(hechos.empleador()), "/data/empleador", "razonSocial", "");
    publicar(roto);
    hasta(roto, "GLOSADO");
    // When the wrong field is mended, and before that another one that does not help
    assertThat(
            pedir("/correcciones", roto, campos("numeroTelefono", "no es un teléfono"))
                .statusCode())
        .isEqualTo(422);
    assertThat(pedir("/correcciones", roto, campos("razonSocial", "Mendada SAS")).statusCode())
        .isEqualTo(200);
    // Then
    hasta(roto, "ACEPTADO");
    assertThat(libro(roto)).hasSize(1);
    assertThat(json.readTree(libro(roto).getFirst().cuerpo()).path("razonSocial").asText())
        .isEqualTo("Mendada SAS");
  }

  @Test
  void theErpCorrectsWhatWaitsAndOnlyTheCorrectedBodyGoesOut() throws Exception {
    // Given a paused service
    mover("/servicios/" + SERVICIO + "/pausar", Map.of("motivo", "prueba"));
    Hecho hecho = hechos.primeraVez(hechos.empleador());
    publicar(hecho);
    hasta(hecho, "PENDIENTE");
    // When
    Hecho corregido = corrige(con(hecho, "/data/contacto", "telefono", "6049999999"), hecho);
    publicar(corregido);
    await().atMost(PRONTO).until(() -> reporte(hecho).path("version").asInt() == 2);
    mover("/servicios/" + SERVICIO + "/reanudar", Map.of("motivo", "prueba"));
    // Then
    hasta(hecho, "ACEPTADO");
    assertThat(libro(hecho)).hasSize(1);
    assertThat(libro(hecho).getFirst().cuerpo()).contains("6049999999");
  }

  @Test
  void aRefusedReportGoesAgainUnchangedWhenAnOperatorSaysSo() throws Exception {
    // Given
    plataforma.control().modo(Map.of("proporcionGlosas", 1));
    Hecho hecho = hechos.primeraVez(hechos.empleador());
    publicar(hecho);
    hasta(hecho, "GLOSADO");
    plataforma.control().modo(Map.of("proporcionGlosas", 0));
    // When
    assertThat(pedir("/reenviar", hecho, Map.of("motivo", "El Ministerio corrigió")).statusCode())
        .isEqualTo(200);
    // Then
    hasta(hecho, "ACEPTADO");
    assertThat(libro(hecho)).extracting(EntradaDelLibro::cuerpo).hasSize(2);
    assertThat(libro(hecho).getFirst().cuerpo()).isEqualTo(libro(hecho).getLast().cuerpo());
  }

  @Test
  void whatIsWithdrawnNeverReachesTheMinistry() throws Exception {
    // Given
    mover("/servicios/" + SERVICIO + "/pausar", Map.of("motivo", "prueba"));
    Hecho retirado = hechos.primeraVez(hechos.empleador());
    Hecho otro = hechos.primeraVez(hechos.empleador());
    publicar(retirado);
    publicar(otro);
    hasta(retirado, "PENDIENTE");
    hasta(otro, "PENDIENTE");
    // When
    assertThat(pedir("/retirar", retirado, Map.of("motivo", "Radicado por error")).statusCode())
        .isEqualTo(200);
    mover("/servicios/" + SERVICIO + "/reanudar", Map.of("motivo", "prueba"));
    // Then
    hasta(otro, "ACEPTADO");
    assertThat(libro(retirado)).isEmpty();
    assertThat(reporte(retirado).path("estado").asText()).isEqualTo("RETIRADO");
  }

  @Test
  void whatAPersonKnowsOfAnUncertainReportIsNotSentAgain() throws Exception {
    // Given a call whose answer was lost after the Ministry had taken it in
    plataforma.control().fallas(Fallas.con(Falla.de(TipoFalla.REINICIO_DESPUES)));
    Hecho hecho = hechos.primeraVez(hechos.empleador());
    publicar(hecho);
    hasta(hecho, "INCIERTO");
    // When
    int llamadas = libro(hecho).size();
    HttpResponse<String> decidido =
        pedir(
            "/decidir",
            hecho,
            Map.of("estado", "ACEPTADO", "evidencia", "Caso 123", "motivo", "Confirmado"));
    // Then
    assertThat(decidido.statusCode()).isEqualTo(200);
    assertThat(reporte(hecho).path("estado").asText()).isEqualTo("ACEPTADO");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PRONTO)
        .until(() -> libro(hecho).size() == llamadas);
  }

  private void publicar(Hecho hecho) throws Exception {
    Properties ajustes = new Properties();
    ajustes.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, plataforma.servidoresKafka());
    try (KafkaProducer<String, byte[]> productor =
        new KafkaProducer<>(ajustes, new StringSerializer(), new ByteArraySerializer())) {
      productor.send(new ProducerRecord<>(hecho.topico(), hecho.clave(), hecho.valor())).get();
    }
  }

  private Hecho con(Hecho hecho, String parte, String campo, String valor) throws IOException {
    ObjectNode evento = (ObjectNode) json.readTree(hecho.valor());
    ((ObjectNode) evento.at(parte)).put(campo, valor);
    return new Hecho(
        hecho.topico(), hecho.clave(), hecho.radicado(), json.writeValueAsBytes(evento));
  }

  private Hecho corrige(Hecho nuevo, Hecho original) throws IOException {
    ObjectNode evento = (ObjectNode) json.readTree(nuevo.valor());
    evento.put("id", evento.path("id").asText() + "-corrige");
    evento.put("corrige", original.radicado());
    return new Hecho(
        nuevo.topico(), nuevo.clave(), nuevo.radicado(), json.writeValueAsBytes(evento));
  }

  private static Map<String, Object> campos(String campo, String valor) {
    return Map.of("campos", Map.of(campo, valor), "motivo", "prueba");
  }

  private List<EntradaDelLibro> libro(Hecho hecho) {
    return plataforma.control().libro(SERVICIO).stream()
        .filter(entrada -> hecho.radicado().equals(entrada.radicado()))
        .toList();
  }

  private void hasta(Hecho hecho, String estado) {
    await()
        .atMost(PRONTO)
        .untilAsserted(() -> assertThat(reporte(hecho).path("estado").asText()).isEqualTo(estado));
  }

  private JsonNode reporte(Hecho hecho) throws IOException, InterruptedException {
    HttpResponse<String> respuesta =
        http.send(
            HttpRequest.newBuilder(
                    plataforma
                        .direccion(MODULO)
                        .resolve("/reportes/" + SERVICIO + "/" + hecho.radicado()))
                .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.CONSULTA))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return json.readTree(respuesta.body());
  }

  private void mover(String ruta, Map<String, ?> cuerpo) throws IOException, InterruptedException {
    assertThat(enviar(ruta, cuerpo).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> pedir(String movimiento, Hecho hecho, Map<String, ?> cuerpo)
      throws IOException, InterruptedException {
    return enviar("/reportes/" + SERVICIO + "/" + hecho.radicado() + movimiento, cuerpo);
  }

  private HttpResponse<String> enviar(String ruta, Map<String, ?> cuerpo)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(plataforma.direccion(MODULO).resolve(ruta))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.ADMINISTRADOR))
            .POST(BodyPublishers.ofString(json.writeValueAsString(cuerpo)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
