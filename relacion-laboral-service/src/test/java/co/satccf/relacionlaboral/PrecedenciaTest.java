package co.satccf.relacionlaboral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.referencia.Referencias;
import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.erp.Persona;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.infra.KafkaDePrueba;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.TipoFalla;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a labour relation's start and end may go (table of precedence). */
@QuarkusTest
class PrecedenciaTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String INICIO = "InicioRelacionLaboral";
  private static final String TERMINACION = "TerminacionRelacionLaboral";
  private static final String SIN_EMPLEADOR = "EMPLEADOR_NO_INCORPORADO";
  private static final Hechos HECHOS = Hechos.de(202);

  @Inject Referencias referencias;

  private final ControlDelMinisterio ministerio = InfraDePrueba.ministerio();
  private final Persona trabajador = HECHOS.trabajador();
  private final Empleador empleador = HECHOS.empleador();

  @BeforeEach
  void onlyOurOwnRulesHold() {
    ministerio.modo(Map.of("exigeEmpleador", false, "proporcionAlertas", 0));
  }

  @AfterEach
  void nothingGoesWrong() {
    ministerio.sinFallas();
  }

  @Test
  void failsClosedForAnEmployerTheRegisterHasNotToldOf() {
    // When
    Hecho inicio = publish(HECHOS.inicio(empleador, trabajador));
    Hecho terminacion = publish(HECHOS.terminacion(empleador, HECHOS.trabajador()));
    // Then
    awaitBlock(INICIO, inicio, SIN_EMPLEADOR);
    awaitBlock(TERMINACION, terminacion, SIN_EMPLEADOR);
    assertThat(sent(inicio, terminacion)).isEmpty();
  }

  @Test
  void holdsTheInicioUntilTheEmployerIsInSatInThatDepartamento() {
    // Given an employer that is in SAT elsewhere
    Hecho inicio = publish(HECHOS.inicio(empleador, trabajador));
    Empleador elsewhere = HECHOS.enOtroDepartamento(empleador);
    register(elsewhere, "INCORPORADO", 1);
    Hecho other = publish(HECHOS.inicio(elsewhere, HECHOS.trabajador()));
    awaitState(INICIO, other, "ACEPTADO");
    awaitBlock(INICIO, inicio, SIN_EMPLEADOR);
    assertThat(sent(inicio)).isEmpty();
    // When it comes here
    register(empleador, "INCORPORADO", 1);
    // Then
    awaitState(INICIO, inicio, "ACEPTADO");
  }

  @Test
  void theTerminacionWaitsForItsInicio() {
    // Given an Inicio that the Ministry does not take yet
    register(empleador, "INCORPORADO", 1);
    ministerio.fallas(Fallas.con(Falla.de(TipoFalla.ESTADO_HTTP, INICIO).conEstado(503)));
    Hecho inicio = publish(HECHOS.inicio(empleador, trabajador));
    // When
    Hecho terminacion = publish(HECHOS.terminacion(empleador, trabajador));
    // Then
    awaitBlock(TERMINACION, terminacion, "REPORTE_ANTERIOR");
    assertThat(sent(terminacion)).isEmpty();
    // When it takes it
    ministerio.sinFallas();
    // Then both go, in their order
    awaitState(TERMINACION, terminacion, "ACEPTADO");
    assertThat(
            ledger(inicio, terminacion).stream()
                .filter(EntradaDelLibro::aceptado)
                .map(EntradaDelLibro::radicado))
        .containsExactly(inicio.radicado(), terminacion.radicado());
  }

  @Test
  void anEndIsReportedAfterTheEmployerHasLeftAStartIsNot() {
    // Given
    register(empleador, "INCORPORADO", 1);
    register(empleador, "DESAFILIADO", 2);
    // When
    Hecho inicio = publish(HECHOS.inicio(empleador, trabajador));
    Hecho terminacion = publish(HECHOS.terminacion(empleador, HECHOS.trabajador()));
    // Then
    awaitState(TERMINACION, terminacion, "ACEPTADO");
    awaitBlock(INICIO, inicio, SIN_EMPLEADOR);
    assertThat(sent(inicio)).isEmpty();
  }

  @Test
  void leavingSatBlocksWhatWasReady() {
    // Given an Inicio that is ready, and that the Ministry does not take yet
    register(empleador, "INCORPORADO", 1);
    ministerio.fallas(Fallas.con(Falla.de(TipoFalla.ESTADO_HTTP, INICIO).conEstado(503)));
    Hecho inicio = publish(HECHOS.inicio(empleador, trabajador));
    await().atMost(SOON).until(() -> !sent(inicio).isEmpty());
    // When the employer leaves
    register(empleador, "PERDIDO", 2);
    awaitBlock(INICIO, inicio, SIN_EMPLEADOR);
    ministerio.sinFallas();
    // Then it stays, while another goes
    Empleador other = HECHOS.empleador();
    register(other, "INCORPORADO", 1);
    Hecho later = publish(HECHOS.inicio(other, HECHOS.trabajador()));
    awaitState(INICIO, later, "ACEPTADO");
    assertThat(ledger(inicio)).noneMatch(EntradaDelLibro::aceptado);
    assertThat(field(INICIO, inicio, "bloqueo")).isEqualTo(SIN_EMPLEADOR);
    // When the employer comes back
    register(empleador, "INCORPORADO", 3);
    // Then it goes
    awaitState(INICIO, inicio, "ACEPTADO");
  }

  @Test
  void anOlderVersionOfTheRegisterChangesNothing() {
    // Given
    register(empleador, "DESAFILIADO", 2);
    Hecho inicio = publish(HECHOS.inicio(empleador, trabajador));
    awaitBlock(INICIO, inicio, SIN_EMPLEADOR);
    // When version 1 comes again, and a newer one of somebody else behind it on the same partition
    register(empleador, "INCORPORADO", 1);
    Hecho terminacion = publish(HECHOS.terminacion(empleador, HECHOS.trabajador()));
    awaitState(TERMINACION, terminacion, "ACEPTADO");
    // Then
    assertThat(field(INICIO, inicio, "bloqueo")).isEqualTo(SIN_EMPLEADOR);
    assertThat(sent(inicio)).isEmpty();
    // When a newer one comes
    register(empleador, "INCORPORADO", 3);
    // Then
    awaitState(INICIO, inicio, "ACEPTADO");
  }

  private static Hecho publish(Hecho hecho) {
    KafkaDePrueba.publicar(hecho.topico(), hecho.clave(), hecho.valor());
    return hecho;
  }

  /** What afiliacion-service says of an employer. */
  private void register(Empleador quien, String estado, int version) {
    String referencia = referencias.empleador(quien.tipo(), quien.numero(), quien.serial());
    String departamento = quien.sede().departamento();
    String valor =
        """
        {"empleador": "%s", "departamento": "%s", "estado": "%s", "version": %d, "desde": "2026-10-01T08:00:00Z"}
        """
            .formatted(referencia, departamento, estado, version);
    KafkaDePrueba.publicar(
        "sat.empleadores", referencia + "|" + departamento, valor.getBytes(StandardCharsets.UTF_8));
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

  private List<String> sent(Hecho... hechos) {
    return ledger(hechos).stream().map(EntradaDelLibro::radicado).distinct().toList();
  }

  private List<EntradaDelLibro> ledger(Hecho... hechos) {
    List<String> suyos = List.of(hechos).stream().map(Hecho::radicado).toList();
    return ministerio.libro().stream().filter(e -> suyos.contains(e.radicado())).toList();
  }
}
