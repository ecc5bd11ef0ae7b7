package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Escenario.Intento;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that the store does not take, although it works (rule 6). */
@QuarkusTest
class UnstorableAnswerTest {

  private static final String CONTADOR =
      "sat_respuestas_apartadas_total{servicio=\"AfiliacionPrimeraVez\"}";

  @Inject Escenario escenario;
  @Inject Database database;
  @Inject Settlement settlement;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    aceptarTodo();
    escenario.terminar();
  }

  @Test
  void goesToAPersonAndDispatchGoesOn() {
    // Given one whose acceptance breaks a rule of the store, among others
    Hecho culprit = Hecho.primeraVez();
    rechazar(culprit, "new.aplicado");
    List<Hecho> others = Stream.generate(Hecho::primeraVez).limit(3).toList();
    double apartadas = apartadas();
    // When all are answered together
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(700)));
    escenario.publicar(Stream.concat(others.stream(), Stream.of(culprit)).toList());
    // Then
    others.forEach(other -> escenario.espera(other, ACEPTADO));
    Escenario.Fila fila = escenario.espera(culprit, POR_CONFIRMAR);
    assertThat(fila.codigo()).isEqualTo("200");
    assertThat(fila.revision()).isEqualTo(2);
    assertThat(escenario.intentos(culprit)).containsExactly(new Intento(1, "ACEPTADO", false));
    assertThat(
            escenario.numero(
                "select count(*) from intento where not aplicado and octet_length(respuesta) > 0"))
        .as("the raw answer")
        .isOne();
    assertThat(apartadas()).isEqualTo(apartadas + 1);
    // And nothing waits for it
    Hecho next = Hecho.primeraVez();
    escenario.publicar(next);
    escenario.espera(next, ACEPTADO);
    assertThat(escenario.libro(culprit)).hasSize(1);
  }

  @Test
  void staysInHandWhileTheStoreDoesNotTakeItsAttemptEither() {
    // Given
    Hecho culprit = Hecho.primeraVez();
    rechazar(culprit, "true");
    // When
    escenario.publicar(culprit);
    hasta(() -> assertThat(escenario.libro(culprit)).hasSize(1));
    Hecho next = Hecho.primeraVez();
    escenario.publicar(next);
    // Then nothing is claimed
    assertThat(escenario.espera(culprit, EN_VUELO).intento()).isOne();
    assertThat(escenario.recibido(next).intento()).isZero();
    // Until the store takes it
    aceptarTodo();
    escenario.espera(next, ACEPTADO);
    assertThat(escenario.recibido(culprit).estado()).isIn(ACEPTADO, POR_CONFIRMAR);
    assertThat(escenario.libro(culprit)).hasSize(1);
  }

  @Test
  void keepsNoOtherLeaseFromEnding() throws SQLException {
    // Given two whose leases are over, and the store does not take that of one
    escenario.detener();
    Hecho culprit = Hecho.primeraVez();
    Hecho other = Hecho.primeraVez();
    escenario.publicar(culprit, other);
    escenario.recibido(culprit);
    escenario.recibido(other);
    rechazar(culprit, "true");
    database.transaction(
        connection ->
            DispatchStatements.claim(
                connection, AFILIACION_PRIMERA_VEZ, List.of(4), 2, Duration.ofMinutes(1)));
    escenario.ejecutar("update reporte set arriendo_hasta = now() - interval '1 second'");
    // When
    settlement.expire(AFILIACION_PRIMERA_VEZ);
    // Then
    assertThat(escenario.recibido(other).estado()).isEqualTo(INCIERTO);
    assertThat(escenario.recibido(culprit).estado()).isEqualTo(EN_VUELO);
  }

  @Test
  void asManyAsAreLookedAtAtOnceKeepNoOtherLeaseFromEnding() throws SQLException {
    // Given
    escenario.detener();
    Hecho culprit = Hecho.primeraVez();
    Hecho other = Hecho.primeraVez();
    escenario.publicar(culprit);
    escenario.recibido(culprit);
    escenario.publicar(other);
    escenario.recibido(other);
    rechazar(culprit, "true");
    database.transaction(
        connection ->
            DispatchStatements.claim(
                connection, AFILIACION_PRIMERA_VEZ, List.of(4), 2, Duration.ofMinutes(1)));
    escenario.ejecutar("update reporte set arriendo_hasta = now() - interval '1 second'");
    // When
    int expired = settlement.expire(AFILIACION_PRIMERA_VEZ, 1);
    // Then
    assertThat(expired).isOne();
    assertThat(escenario.recibido(other).estado()).isEqualTo(INCIERTO);
  }

  /** The store refuses attempts of this report. */
  private void rechazar(Hecho culprit, String cuando) {
    escenario.ejecutar(
        """
        create function impedir() returns trigger language plpgsql as $$
        begin
          if %s and exists (select from reporte where id = new.reporte and radicado = '%s') then
            raise exception 'not this one';
          end if;
          return new;
        end $$
        """
            .formatted(cuando, culprit.radicado()));
    escenario.ejecutar(
        "create trigger impedir before insert on intento for each row execute function impedir()");
  }

  private void aceptarTodo() {
    escenario.ejecutar("drop trigger if exists impedir on intento");
    escenario.ejecutar("drop function if exists impedir");
  }

  private static double apartadas() {
    return when()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(CONTADOR))
        .mapToDouble(line -> Double.parseDouble(line.substring(CONTADOR.length()).strip()))
        .sum();
  }
}
