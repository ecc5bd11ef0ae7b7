package co.satccf.transmitter;

import static co.satccf.transmitter.Escenario.TOPICO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.azar.Estropeador;
import co.satccf.sandbox.azar.PeticionesAlAzar;
import co.satccf.sandbox.azar.PeticionesAlAzar.Balance;
import co.satccf.sandbox.erp.ErpSintetico;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever comes in by the topic or by HTTP: no partition stops and no request fails. */
@QuarkusTest
class EntradasAlAzarTest {

  private static final int PARTICION = 4;

  @Inject Escenario escenario;
  @Inject ObjectMapper json;

  @TestHTTPResource("/")
  URI servicio;

  // Not @TestHTTPResource(management = true): it does not know a port that a test resource chose.
  @ConfigProperty(name = "quarkus.management.test-port")
  int gestion;

  @BeforeEach
  void empezar() {
    escenario.empezar();
    escenario.detener();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void readsOnWhateverIsInTheTopic() {
    // Given
    Estropeador azar = new Estropeador();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] linea : ErpSintetico.lineas(Estropeador.veces(1_000), 7)) {
      records.add(record(azar, linea));
    }
    // When
    escenario.enviar(records);
    Hecho despues = Hecho.primeraVez();
    escenario.publicar(PARTICION, List.of(despues.bytes()));
    // Then
    escenario.recibido(despues);
    assertThat(
            escenario.numero(
                """
                select count(*) from cuarentena
                where jsonb_array_length(motivos) = 0 or motivos::text like '%%%s%%'
                """
                    .formatted(Estropeador.PERSONAL)))
        .isZero();
    assertThat(escenario.numero("select count(*) from cuarentena")).isGreaterThan(100);
    assertThat(escenario.numero("select count(*) from reporte")).isGreaterThan(100);
    assertThat(
            escenario.numero(
                "select count(*) from intento where glosas::text like '%%%s%%'"
                    .formatted(Estropeador.PERSONAL)))
        .isZero();
  }

  @Test
  void saysOfEveryLineWhatWouldBecomeOfIt() {
    // Given
    Estropeador azar = new Estropeador();
    String cuerpo =
        ErpSintetico.lineas(Estropeador.veces(1_000), 9).stream()
            .map(linea -> azar.estropear(new String(linea, StandardCharsets.UTF_8)))
            .map(linea -> new String(linea, StandardCharsets.ISO_8859_1))
            .collect(Collectors.joining("\n"));
    long lineas = Arrays.stream(cuerpo.split("\n")).filter(l -> !l.matches("[ \t\r]*")).count();
    // When
    String respuesta =
        given()
            .contentType("application/x-ndjson")
            .body(cuerpo.getBytes(StandardCharsets.ISO_8859_1))
            .post("/validaciones")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    // Then
    assertThat(respuesta.lines()).hasSize((int) lineas).allMatch(this::seExplica);
    assertThat(respuesta.lines().filter(linea -> linea.contains("CUARENTENA")))
        .hasSizeGreaterThan(50);
  }

  @Test
  void answersEveryRequestWithSenseOrWithAReason() throws Exception {
    // Given
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(3).toList();
    escenario.publicar(hechos);
    hechos.forEach(escenario::recibido);
    escenario.publicar(PARTICION, List.of("{".getBytes(StandardCharsets.UTF_8)));
    hasta(() -> assertThat(escenario.numero("select count(*) from cuarentena")).isEqualTo(1));
    // When
    Balance balance =
        new PeticionesAlAzar(
                servicio,
                gestion,
                Map.of(
                    "servicio", List.of("AfiliacionPrimeraVez", "Desafiliacion"),
                    "radicado", hechos.stream().map(Hecho::radicado).toList(),
                    "motivo", List.of("una prueba")))
            .pedir(500, ruta -> !ruta.startsWith("/prueba/"));
    // Then
    assertThat(balance.fallas()).isEmpty();
    assertThat(balance.estados()).containsKeys(200, 400, 404, 405, 409);
  }

  private static ProducerRecord<byte[], byte[]> record(Estropeador azar, byte[] linea) {
    byte[] valor =
        azar.porciento(1)
            ? null
            : azar.porciento(3)
                ? azar.bytes(300)
                : azar.estropear(new String(linea, StandardCharsets.UTF_8));
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(TOPICO, PARTICION, azar.porciento(50) ? null : azar.bytes(30), valor);
    if (azar.porciento(10)) {
      record.headers().add("ce_type", azar.porciento(20) ? null : azar.bytes(20));
      record.headers().add("CE_ID", azar.texto().getBytes(StandardCharsets.UTF_8));
      record.headers().add("", azar.bytes(10));
    }
    return record;
  }

  private boolean seExplica(String linea) {
    JsonNode validacion = leer(linea);
    boolean porque =
        switch (validacion.path("resultado").asText()) {
          case "CUARENTENA" -> !validacion.path("motivos").isEmpty();
          case "GLOSADO" -> !validacion.path("glosas").isEmpty();
          case "BLOQUEADO" -> !validacion.path("bloqueo").asText().isEmpty();
          default -> true;
        };
    return porque
        && !validacion.path("motivos").toString().contains(Estropeador.PERSONAL)
        && !validacion.path("glosas").toString().contains(Estropeador.PERSONAL);
  }

  private JsonNode leer(String linea) {
    try {
      return json.readTree(linea);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON", e);
    }
  }
}
