package co.satccf.afiliacion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.model.referencia.Referencias;
import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.infra.KafkaDePrueba;
import co.satccf.sandbox.infra.KafkaDePrueba.Mensaje;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.TipoFalla;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of employers in SAT, from Kafka to the Ministry and back to Kafka. */
@QuarkusTest
class RegistroTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Hechos HECHOS = Hechos.de(101);

  @Inject Resguardo resguardo;
  @Inject Referencias referencias;
  @Inject ObjectMapper json;
  @Inject Database database;

  private final ControlDelMinisterio ministerio = InfraDePrueba.ministerio();

  @BeforeEach
  void onlyOurOwnRulesHold() {
    ministerio.modo(Map.of("exigeEmpleador", false, "proporcionAlertas", 0));
  }

  @AfterEach
  void nothingGoesWrong() {
    ministerio.sinFallas();
    ministerio.modo(Map.of("proporcionGlosas", 0));
  }

  @Test
  void incorporatesTheEmployerOfAnAcceptedPrimeraVez() {
    // Given
    Empleador empleador = HECHOS.empleador();
    // When
    Hecho hecho = publish(HECHOS.primeraVez(empleador));
    // Then
    awaitState("AfiliacionPrimeraVez", hecho, "ACEPTADO");
    awaitRegister(empleador, "INCORPORADO 1");
  }

  @Test
  void anAlertIncorporatesToo() {
    // Given a Ministry that answers AN01
    ministerio.modo(Map.of("proporcionAlertas", 1));
    Empleador empleador = HECHOS.empleador();
    // When
    Hecho hecho = publish(HECHOS.noPrimeraVez(empleador));
    // Then
    awaitState("AfiliacionNoPrimeraVez", hecho, "ACEPTADO_CON_ALERTA");
    awaitRegister(empleador, "INCORPORADO 1");
  }

  @Test
  void whatAPersonDecidesWasAcceptedIncorporatesToo() {
    // Given an answer that only a person can judge
    ministerio.fallas(Fallas.con(Falla.de(TipoFalla.CODIGO_DESCONOCIDO, "AfiliacionPrimeraVez")));
    Empleador empleador = HECHOS.empleador();
    Hecho hecho = publish(HECHOS.primeraVez(empleador));
    awaitState("AfiliacionPrimeraVez", hecho, "POR_CONFIRMAR");
    // When
    given()
        .contentType("application/json")
        .body("{\"estado\":\"ACEPTADO\",\"evidencia\":\"caso 8812\",\"motivo\":\"caso 7\"}")
        .post("/reportes/AfiliacionPrimeraVez/%s/decidir".formatted(hecho.radicado()))
        .then()
        .statusCode(200);
    // Then
    awaitRegister(empleador, "INCORPORADO 1");
  }

  @Test
  void aGlosaIncorporatesNobody() {
    // Given
    ministerio.modo(Map.of("proporcionGlosas", 1));
    Empleador empleador = HECHOS.empleador();
    // When
    Hecho hecho = publish(HECHOS.primeraVez(empleador));
    awaitState("AfiliacionPrimeraVez", hecho, "GLOSADO");
    // Then, with a later change of the register already out
    ministerio.modo(Map.of("proporcionGlosas", 0));
    Empleador otro = HECHOS.empleador();
    publish(HECHOS.primeraVez(otro));
    awaitRegister(otro, "INCORPORADO 1");
    assertThat(register(empleador)).isEmpty();
  }

  @Test
  void versionsGrowAsAnEmployerLeavesAndComesBack() {
    // Given
    Empleador empleador = HECHOS.empleador();
    // When
    Hecho entra = publish(HECHOS.primeraVez(empleador));
    Hecho sale = publish(HECHOS.desafiliacion(empleador));
    Hecho vuelve = publish(HECHOS.noPrimeraVez(empleador));
    // Then
    awaitRegister(empleador, "INCORPORADO 1", "DESAFILIADO 2", "INCORPORADO 3");
    assertThat(sent(entra, sale, vuelve)).containsExactly(radicados(entra, sale, vuelve));
  }

  @Test
  void takesTheOpeningBalanceAndHoldsADesafiliacionOfAnotherDepartamento() {
    // Given an employer that PISIS brought into SAT in one departamento
    Empleador aqui = HECHOS.empleador();
    Empleador alla = HECHOS.enOtroDepartamento(aqui);
    publish(HECHOS.incorporado(aqui));
    awaitRegister(aqui, "INCORPORADO 1");
    // When it leaves both
    Hecho deAlla = publish(HECHOS.desafiliacion(alla));
    Hecho deAqui = publish(HECHOS.desafiliacion(aqui));
    // Then
    awaitState("Desafiliacion", deAqui, "ACEPTADO");
    awaitRegister(aqui, "INCORPORADO 1", "DESAFILIADO 2");
    awaitBlock("Desafiliacion", deAlla, "EMPLEADOR_NO_INCORPORADO");
    assertThat(sent(deAlla)).isEmpty();
    // When it turns out to be in the other as well
    publish(HECHOS.incorporado(alla));
    // Then
    awaitState("Desafiliacion", deAlla, "ACEPTADO");
    awaitRegister(alla, "INCORPORADO 1", "DESAFILIADO 2");
  }

  @Test
  void takesAnIncorporationThatComesBackFromQuarantine() throws SQLException {
    // Given one that could not be stored, and a report that waits for it
    Empleador empleador = HECHOS.empleador();
    long id = apartar(HECHOS.incorporado(empleador));
    Hecho espera = publish(HECHOS.desafiliacion(empleador));
    awaitBlock("Desafiliacion", espera, "EMPLEADOR_NO_INCORPORADO");
    // When
    reprocesar(id).body("desenlace", equalTo("REGISTRO"));
    // Then
    awaitState("Desafiliacion", espera, "ACEPTADO");
    awaitRegister(empleador, "INCORPORADO 1", "DESAFILIADO 2");
    // And once is enough
    reprocesar(id).statusCode(409);
  }

  private long apartar(Hecho hecho) throws SQLException {
    RegistroGuardado guardado =
        RegistroGuardado.de(
            new Procedencia(hecho.topico(), 99, 1, hecho.valor(), Map.of()), resguardo);
    return database.transaction(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into cuarentena (topico, particion, posicion, motivos, bytes, clave, contenido, cabeceras,
                                          huella)
                  values (?, 99, 1, '[{"codigo": "NO_SE_PUDO_GUARDAR", "mensaje": "x"}]', ?, ?, ?, ?, ?) returning id
                  """)) {
            insert.setString(1, hecho.topico());
            insert.setInt(2, hecho.valor().length);
            insert.setString(3, guardado.clave());
            insert.setBytes(4, guardado.contenido());
            insert.setBytes(5, guardado.cabeceras());
            insert.setBytes(6, guardado.huella());
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private static ValidatableResponse reprocesar(long id) {
    return given()
        .contentType("application/json")
        .body("{\"motivo\":\"caso 7\"}")
        .post("/cuarentena/%d/reprocesar".formatted(id))
        .then();
  }

  @Test
  void theOpeningBalanceNeverUndoesWhatWasSettledAfterIt() {
    // Given
    Empleador empleador = HECHOS.empleador();
    Hecho saldo = HECHOS.incorporado(empleador);
    publish(HECHOS.primeraVez(empleador));
    publish(HECHOS.desafiliacion(empleador));
    awaitRegister(empleador, "INCORPORADO 1", "DESAFILIADO 2");
    // When the balance comes late, and another change behind it
    publish(saldo);
    Hecho vuelve = publish(HECHOS.noPrimeraVez(empleador));
    awaitState("AfiliacionNoPrimeraVez", vuelve, "ACEPTADO");
    // Then
    awaitRegister(empleador, "INCORPORADO 1", "DESAFILIADO 2", "INCORPORADO 3");
  }

  @Test
  void anAcceptedLossForGraveCauseTakesTheEmployerOut() {
    // Given
    Empleador empleador = HECHOS.empleador();
    Empleador otro = HECHOS.empleador();
    publish(HECHOS.incorporado(empleador));
    publish(HECHOS.incorporado(otro));
    awaitRegister(empleador, "INCORPORADO 1");
    awaitRegister(otro, "INCORPORADO 1");
    // When novedades-service tells of a loss that was lifted, one that was refused, and one
    // accepted
    outcome("aceptado", otro, "2");
    outcome("glosado", otro, "1");
    outcome("aceptado", empleador, "1");
    // Then
    awaitRegister(empleador, "INCORPORADO 1", "PERDIDO 2");
    Hecho sale = publish(HECHOS.desafiliacion(otro));
    awaitState("Desafiliacion", sale, "ACEPTADO");
    awaitRegister(otro, "INCORPORADO 1", "DESAFILIADO 2");
  }

  @Test
  void aLossToldOnceMoreDoesNotTakeOutAnEmployerThatCameBack() {
    // Given an employer that was lost and affiliated anew
    Empleador empleador = HECHOS.empleador();
    publish(HECHOS.incorporado(empleador));
    awaitRegister(empleador, "INCORPORADO 1");
    Instant loss = Instant.now();
    outcome("aceptado", empleador, "1", loss);
    awaitRegister(empleador, "INCORPORADO 1", "PERDIDO 2");
    Hecho vuelve = publish(HECHOS.noPrimeraVez(empleador));
    awaitState("AfiliacionNoPrimeraVez", vuelve, "ACEPTADO");
    // When the loss comes again, and another employer's behind it
    outcome("aceptado", empleador, "1", loss);
    otherLossIsTaken();
    // Then
    awaitRegister(empleador, "INCORPORADO 1", "PERDIDO 2", "INCORPORADO 3");
  }

  @Test
  void aLossToldLateDoesNotTakeOutAnEmployerThatCameBackMeanwhile() {
    // Given an employer that came back while nobody read of its loss
    Empleador empleador = HECHOS.empleador();
    publish(HECHOS.incorporado(empleador));
    awaitRegister(empleador, "INCORPORADO 1");
    Instant loss = Instant.now();
    Hecho vuelve = publish(HECHOS.noPrimeraVez(empleador));
    awaitState("AfiliacionNoPrimeraVez", vuelve, "ACEPTADO");
    // When
    outcome("aceptado", empleador, "1", loss);
    otherLossIsTaken();
    // Then
    awaitRegister(empleador, "INCORPORADO 1");
    // When it is lost again
    outcome("aceptado", empleador, "1", Instant.now());
    // Then
    awaitRegister(empleador, "INCORPORADO 1", "PERDIDO 2");
  }

  /** Behind it everything told before has been read: outcomes of the test share a key. */
  private void otherLossIsTaken() {
    Empleador otro = HECHOS.empleador();
    outcome("aceptado", otro, "1", Instant.now());
    awaitRegister(otro, "PERDIDO 1");
  }

  @Test
  void holdsANoPrimeraVezBehindAnUnsettledDesafiliacion() {
    // Given a Desafiliacion that the Ministry does not take yet
    Empleador empleador = HECHOS.empleador();
    publish(HECHOS.incorporado(empleador));
    ministerio.fallas(Fallas.con(Falla.de(TipoFalla.ESTADO_HTTP, "Desafiliacion").conEstado(503)));
    Hecho sale = publish(HECHOS.desafiliacion(empleador));
    // When
    Hecho vuelve = publish(HECHOS.noPrimeraVez(empleador));
    // Then
    awaitBlock("AfiliacionNoPrimeraVez", vuelve, "REPORTE_ANTERIOR");
    assertThat(sent(vuelve)).isEmpty();
    // When it takes it
    ministerio.sinFallas();
    // Then both go, in their order
    awaitState("AfiliacionNoPrimeraVez", vuelve, "ACEPTADO");
    assertThat(accepted(sale, vuelve)).containsExactly(radicados(sale, vuelve));
    awaitRegister(empleador, "INCORPORADO 1", "DESAFILIADO 2", "INCORPORADO 3");
  }

  private static Hecho publish(Hecho hecho) {
    KafkaDePrueba.publicar(hecho.topico(), hecho.clave(), hecho.valor());
    return hecho;
  }

  /** What novedades-service says of a PerdidaAfiliacionCausaGrave. */
  private void outcome(String kind, Empleador empleador, String estadoReporte) {
    outcome(kind, empleador, estadoReporte, Instant.now());
  }

  private void outcome(String kind, Empleador empleador, String estadoReporte, Instant instante) {
    String evento =
        """
        {"specversion": "1.0", "id": "NOVEDADES-1", "source": "/sat-ccf/novedades-service",
         "type": "co.satccf.resultado.%s.v1", "time": "2026-10-01T08:00:00Z",
         "data": {"servicio": "PerdidaAfiliacionCausaGrave", "empleador": "%s", "departamento": "%s",
                  "estadoReporte": "%s", "instante": "%s"}}
        """
            .formatted(
                kind,
                reference(empleador),
                empleador.sede().departamento(),
                estadoReporte,
                instante);
    KafkaDePrueba.publicar("sat.resultados", "prueba", evento.getBytes(StandardCharsets.UTF_8));
  }

  private String reference(Empleador empleador) {
    return referencias.empleador(empleador.tipo(), empleador.numero(), empleador.serial());
  }

  private void awaitRegister(Empleador empleador, String... historia) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(register(empleador)).containsExactly(historia));
  }

  /** States and versions of the employer's key on the topic, oldest first. */
  private List<String> register(Empleador empleador) {
    String departamento = empleador.sede().departamento();
    String clave = reference(empleador) + "|" + departamento;
    List<String> historia = new ArrayList<>();
    for (Mensaje mensaje : KafkaDePrueba.todos("sat.empleadores")) {
      JsonNode valor = read(mensaje.valor());
      boolean suyo =
          valor.path("empleador").asText().equals(reference(empleador))
              && valor.path("departamento").asText().equals(departamento);
      assertThat(mensaje.clave().equals(clave)).as("keyed by what it is about").isEqualTo(suyo);
      if (suyo) {
        historia.add(valor.path("estado").asText() + " " + valor.path("version").asInt());
      }
    }
    return historia;
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

  /** Radicados of these facts that reached the Ministry, in its order. */
  private List<String> sent(Hecho... hechos) {
    return ledger(hechos).stream().map(EntradaDelLibro::radicado).distinct().toList();
  }

  private List<String> accepted(Hecho... hechos) {
    return ledger(hechos).stream()
        .filter(EntradaDelLibro::aceptado)
        .map(EntradaDelLibro::radicado)
        .toList();
  }

  private List<EntradaDelLibro> ledger(Hecho... hechos) {
    List<String> suyos = List.of(radicados(hechos));
    return ministerio.libro().stream().filter(e -> suyos.contains(e.radicado())).toList();
  }

  private static String[] radicados(Hecho... hechos) {
    return List.of(hechos).stream().map(Hecho::radicado).toArray(String[]::new);
  }
}
