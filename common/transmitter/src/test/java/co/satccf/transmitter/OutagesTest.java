package co.satccf.transmitter;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL or Kafka away: nothing is lost, nothing goes twice, and all resumes by itself. */
@QuarkusTest
class OutagesTest {

  @Inject Escenario escenario;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void keepsTheAnswersInHandWhileTheDatabaseIsAway() {
    // Given calls in flight when PostgreSQL dies
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(700)));
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(4).toList();
    escenario.publicar(hechos);
    hasta(() -> assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO)).isEqualTo(4));
    InfraDePrueba.matarBaseDeDatos();
    try {
      // When they are answered meanwhile
      hasta(() -> assertThat(escenario.ministerio().libro()).hasSize(4));
    } finally {
      InfraDePrueba.arrancarBaseDeDatos();
    }
    // Then each is settled by the answer to its one call
    hechos.forEach(hecho -> assertThat(escenario.espera(hecho, ACEPTADO).intento()).isOne());
    assertThat(escenario.ministerio().libro()).hasSize(4);
  }

  @Test
  void tellsThatTheDatabaseIsAwayLivesOnAndTakesInWhatCameMeanwhile() {
    // Given
    InfraDePrueba.matarBaseDeDatos();
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(3).toList();
    try {
      // When
      escenario.publicar(hechos);
      // Then
      hasta(() -> assertThat(notReady()).contains("sin base de datos"));
      when().get("/q/health/live").then().statusCode(200);
      assertThat(escenario.ministerio().libro()).isEmpty();
    } finally {
      InfraDePrueba.arrancarBaseDeDatos();
    }
    hechos.forEach(hecho -> escenario.espera(hecho, ACEPTADO));
    assertThat(escenario.ministerio().libro()).hasSize(3);
    hasta(() -> assertThat(readiness().statusCode()).isEqualTo(200));
  }

  @Test
  void goesOnSendingWhileKafkaIsAwayAndCatchesUpByItself() {
    // Given reports in the store when Kafka stops
    escenario.detener();
    Hecho before = Hecho.primeraVez();
    escenario.publicar(before);
    escenario.recibido(before);
    hasta(() -> assertThat(outbox()).isZero());
    InfraDePrueba.pararKafka();
    try {
      // When
      escenario.soltar();
      // Then it is sent, its outcome waits, and readiness says what is missing
      escenario.espera(before, ACEPTADO);
      hasta(() -> assertThat(notReady()).contains("sin Kafka"));
      when().get("/q/health/live").then().statusCode(200);
      assertThat(outbox()).isPositive();
    } finally {
      InfraDePrueba.arrancarKafka();
    }
    // And all goes on by itself, each event once
    Hecho after = Hecho.primeraVez();
    escenario.publicar(after);
    escenario.espera(after, ACEPTADO);
    hasta(() -> assertThat(outbox()).isZero());
    hasta(() -> assertThat(readiness().statusCode()).isEqualTo(200));
    assertThat(escenario.numero("select count(*) from reporte")).isEqualTo(2);
    assertThat(escenario.numero("select coalesce(sum(repeticiones), 0) from evento")).isZero();
  }

  private static String notReady() {
    Response readiness = readiness();
    assertThat(readiness.statusCode()).isEqualTo(503);
    return readiness.asString();
  }

  private static Response readiness() {
    return when().get("/q/health/ready");
  }

  private long outbox() {
    return escenario.numero("select count(*) from salida");
  }
}
