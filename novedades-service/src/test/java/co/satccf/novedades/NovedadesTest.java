package co.satccf.novedades;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.referencia.Referencias;
import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.infra.KafkaDePrueba;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both reports demand of the register, and what their outcomes tell it. */
@QuarkusTest
class NovedadesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PERDIDA = "PerdidaAfiliacionCausaGrave";
  private static final String PAGO = "EstadoPagoEmpleador";
  private static final String SIN_EMPLEADOR = "EMPLEADOR_NO_INCORPORADO";
  private static final Hechos HECHOS = Hechos.de(303);

  @Inject Referencias referencias;
  @Inject ObjectMapper json;

  private final ControlDelMinisterio ministerio = InfraDePrueba.ministerio();
  private final Empleador empleador = HECHOS.empleador();

  @BeforeEach
  void onlyOurOwnRulesHold() {
    ministerio.modo(Map.of("exigeEmpleador", false, "proporcionAlertas", 0));
  }

  @Test
  void aLossNeedsTheEmployerInItsDepartamentoAPaymentStateInAny() {
    // Given an employer that nobody has told of
    Hecho perdida = publish(HECHOS.causaGrave(empleador));
    Hecho pago = publish(HECHOS.estadoPago(empleador));
    awaitBlock(PERDIDA, perdida, SIN_EMPLEADOR);
    awaitBlock(PAGO, pago, SIN_EMPLEADOR);
    // When it is in SAT in another departamento
    register(HECHOS.enOtroDepartamento(empleador), "INCORPORADO", 1);
    // Then
    awaitState(PAGO, pago, "ACEPTADO");
    assertThat(field(PERDIDA, perdida, "bloqueo")).isEqualTo(SIN_EMPLEADOR);
    // When it is in this one
    register(empleador, "INCORPORADO", 1);
    // Then
    awaitState(PERDIDA, perdida, "ACEPTADO");
    assertThat(ministerio.libro(PERDIDA))
        .filteredOn(e -> e.radicado().equals(perdida.radicado()))
        .hasSize(1);
  }

  @Test
  void holdsBothWhenTheEmployerHasLeft() {
    // Given
    register(empleador, "INCORPORADO", 1);
    register(empleador, "PERDIDO", 2);
    // When
    Hecho perdida = publish(HECHOS.causaGrave(empleador));
    Hecho pago = publish(HECHOS.estadoPago(empleador));
    // Then
    awaitBlock(PERDIDA, perdida, SIN_EMPLEADOR);
    awaitBlock(PAGO, pago, SIN_EMPLEADOR);
  }

  @Test
  void theOutcomeOfALossSaysWhetherItIsOne() {
    // Given
    register(empleador, "INCORPORADO", 1);
    // When
    Hecho perdida = publish(HECHOS.causaGrave(empleador));
    Hecho pago = publish(HECHOS.estadoPago(empleador));
    awaitState(PERDIDA, perdida, "ACEPTADO");
    awaitState(PAGO, pago, "ACEPTADO");
    // Then
    JsonNode dicho = awaitAccepted(perdida);
    assertThat(dicho.path("estadoReporte").asText()).isEqualTo("1");
    assertThat(dicho.path("empleador").asText()).isEqualTo(reference(empleador));
    assertThat(dicho.path("departamento").asText()).isEqualTo(empleador.sede().departamento());
    assertThat(awaitAccepted(pago).has("estadoReporte")).isFalse();
  }

  private static Hecho publish(Hecho hecho) {
    KafkaDePrueba.publicar(hecho.topico(), hecho.clave(), hecho.valor());
    return hecho;
  }

  /** What afiliacion-service says of an employer. */
  private void register(Empleador quien, String estado, int version) {
    String departamento = quien.sede().departamento();
    String valor =
        """
        {"empleador": "%s", "departamento": "%s", "estado": "%s", "version": %d, "desde": "2026-10-01T08:00:00Z"}
        """
            .formatted(reference(quien), departamento, estado, version);
    KafkaDePrueba.publicar(
        "sat.empleadores",
        reference(quien) + "|" + departamento,
        valor.getBytes(StandardCharsets.UTF_8));
  }

  private String reference(Empleador quien) {
    return referencias.empleador(quien.tipo(), quien.numero(), quien.serial());
  }

  /** Data of the event that tells of its acceptance. */
  private JsonNode awaitAccepted(Hecho hecho) {
    return await().atMost(SOON).until(() -> accepted(hecho), found -> found.size() == 1).getFirst();
  }

  private List<JsonNode> accepted(Hecho hecho) {
    return KafkaDePrueba.todos("sat.resultados").stream()
        .map(mensaje -> read(mensaje.valor()))
        .filter(e -> e.path("type").asText().equals("co.satccf.resultado.aceptado.v1"))
        .map(e -> e.path("data"))
        .filter(data -> data.path("radicado").asText().equals(hecho.radicado()))
        .toList();
  }

  private JsonNode read(String texto) {
    try {
      return json.readTree(texto);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitState(String servicio, Hecho hecho, String estado) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(field(servicio, hecho, "estado")).isEqualTo(estado));
  }

  private static void awaitBlock(String servicio, Hecho hecho, String bloqueo) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(field(servicio, hecho, "bloqueo")).isEqualTo(bloqueo));
    assertThat(field(servicio, hecho, "estado")).isEqualTo("PENDIENTE");
  }

  private static String field(String servicio, Hecho hecho, String campo) {
    Response respuesta = given().get("/reportes/{servicio}/{radicado}", servicio, hecho.radicado());
    return respuesta.statusCode() == 200
        ? Objects.toString(respuesta.path(campo), "")
        : "status " + respuesta.statusCode();
  }
}
