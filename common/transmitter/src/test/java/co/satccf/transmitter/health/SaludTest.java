package co.satccf.transmitter.health;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import co.satccf.stream.ReaderState;
import co.satccf.stream.ReaderStatus;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SaludTest {

  private static final String BASE_DE_DATOS = "Database connections health check";
  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

  @Inject Database database;

  @BeforeEach
  void awaitReaders() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> when().get("/q/health/ready").statusCode() == 200);
  }

  @AfterEach
  void openGates() throws SQLException {
    despacho("puerta = null, puerta_hasta = null, pausado = false");
  }

  @Test
  void asksForTheDatabaseTheReadersAndTheOutbox() {
    when()
        .get("/q/health/ready")
        .then()
        .body("status", equalTo("UP"))
        .body("checks.name", hasItems(BASE_DE_DATOS, LectoresCheck.NOMBRE, SalidaCheck.NOMBRE))
        .body(
            "checks.find { it.name == '%s' }.data.'sat.afiliacion'".formatted(LectoresCheck.NOMBRE),
            startsWith("leyendo"));
  }

  @Test
  void staysReadyBehindGatesAndPauses() throws SQLException {
    // Given
    despacho("puerta = 'HTTP-403', puerta_hasta = now() + interval '1 hour', pausado = true");
    // When, Then
    when().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void livesWithoutAskingForAnyOfThem() {
    // When
    List<String> checks =
        when()
            .get("/q/health/live")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("checks.name");
    // Then
    assertThat(checks).doesNotContain(BASE_DE_DATOS, LectoresCheck.NOMBRE, SalidaCheck.NOMBRE);
  }

  @Test
  void namesAllThatAReaderLacks() {
    // When
    HealthCheckResponse response =
        LectoresCheck.respuesta(
            Map.of(
                "sat.afiliacion",
                new ReaderStatus(
                    ReaderState.DATABASE_AWAY,
                    SINCE,
                    "PSQLException 08006",
                    List.of(ReaderState.DATABASE_AWAY, ReaderState.BROKER_AWAY)),
                "sat.resultados",
                new ReaderStatus(ReaderState.RUNNING, SINCE, "", List.of(ReaderState.RUNNING))));
    // Then
    assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(response.getData().orElseThrow())
        .containsEntry(
            "sat.afiliacion",
            "sin base de datos; sin Kafka, desde 2026-03-01T12:00:00Z (PSQLException 08006)")
        .containsEntry("sat.resultados", "leyendo desde 2026-03-01T12:00:00Z");
  }

  @Test
  void doesNotLiveOnWithoutOneOfItsReadersOrLoops() {
    // Given
    ReaderStatus running =
        new ReaderStatus(ReaderState.RUNNING, SINCE, "", List.of(ReaderState.RUNNING));
    ReaderStatus away =
        new ReaderStatus(ReaderState.BROKER_AWAY, SINCE, "", List.of(ReaderState.BROKER_AWAY));
    ReaderStatus stopped =
        new ReaderStatus(
            ReaderState.STOPPED, SINCE, "java.lang.LinkageError", List.of(ReaderState.STOPPED));
    // When, Then
    assertThat(HilosCheck.respuesta(Map.of(), Map.of("a", running, "b", away)).getStatus())
        .isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(HilosCheck.respuesta(Map.of(), Map.of("a", running, "b", stopped)).getStatus())
        .isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(HilosCheck.respuesta(Map.of("relay", "terminó"), Map.of("a", running)).getStatus())
        .isEqualTo(HealthCheckResponse.Status.DOWN);
  }

  @Test
  void isNotReadyBeforeItReadsAnything() {
    assertThat(LectoresCheck.respuesta(Map.of()).getStatus())
        .isEqualTo(HealthCheckResponse.Status.DOWN);
  }

  @Test
  void isNotReadyWhileOutcomesWait() {
    // When
    HealthCheckResponse response =
        SalidaCheck.respuesta(Optional.of("SaslAuthenticationException"));
    // Then
    assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(response.getData().orElseThrow())
        .hasEntrySatisfying(
            "resultados",
            texto -> assertThat(texto).asString().contains("SaslAuthenticationException"));
  }

  private void despacho(String assignments) throws SQLException {
    database.transaction(
        connection ->
            connection.createStatement().executeUpdate("update despacho set " + assignments));
  }
}
