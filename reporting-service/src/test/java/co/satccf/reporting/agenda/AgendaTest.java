package co.satccf.reporting.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.FamiliasFalsas;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.config.Cron;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.informes.Confeccion;
import co.satccf.reporting.informes.Expedientes;
import co.satccf.reporting.plazos.Plazos;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AgendaTest {

  private static final String JUEVES_A_LAS_SEIS = "0 0 6 ? * THU";
  private static final String CORTES =
      "SELECT to_char(corte AT TIME ZONE 'America/Bogota', 'YYYY-MM-DD HH24:MI') FROM informe ORDER BY corte";

  @Inject Resultados resultados;
  @Inject Plazos plazos;
  @Inject DataSource database;
  @Inject Expedientes expedientes;
  @Inject Confeccion confeccion;
  @Inject ReportingConfig config;

  @BeforeEach
  void empty() {
    resultados.leidos();
    resultados.vaciar();
    resultados.vaciarInformes();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDIENTES, 2021-07-26T13:00:00Z, 2021-07-26T05:00:00Z",
    "EMPLEADORES_CARGADOS, 2021-08-05T13:00:00Z, 2021-08-05T05:00:00Z",
    "TRABAJADORES_CARGADOS, 2021-08-12T13:00:00Z, 2021-08-12T05:00:00Z"
  })
  void knowsTheDatesOfTheProtocolUnlessToldOtherwise(
      TipoInforme tipo, Instant vence, Instant corte) {
    var cron = Cron.de(config.informes().programa().getOrDefault(tipo, ""));
    var agenda = replica(JUEVES_A_LAS_SEIS, vence);
    assertThat(agenda.cortes(cron, vence.minusSeconds(1), vence)).containsExactly(corte);
    assertThat(agenda.cortes(cron, vence, vence.plus(Duration.ofDays(400)))).isEmpty();
  }

  @Test
  void putsOffToTheNextBusinessDayAndKeepsTheCutOff() {
    // Given: 1 April 2021 is Holy Thursday, Monday 5 the next business day
    var agenda = replica(JUEVES_A_LAS_SEIS, Instant.EPOCH);
    var cron = Cron.de(JUEVES_A_LAS_SEIS);
    var lunes = Instant.parse("2021-04-05T11:00:00Z");
    // Then
    assertThat(agenda.cortes(cron, Instant.parse("2021-03-25T11:00:00Z"), lunes.minusSeconds(1)))
        .isEmpty();
    assertThat(agenda.cortes(cron, lunes.minusSeconds(1), lunes))
        .containsExactly(Instant.parse("2021-04-01T05:00:00Z"));
  }

  @Test
  void beginsWithItsFirstDayAndMakesUpForWhatItMissed() throws Exception {
    // Given a first start on a Friday
    replica(JUEVES_A_LAS_SEIS, Instant.parse("2021-08-06T15:00:00Z")).seguir();
    assertThat(resultados.consultar(CORTES)).isEmpty();
    // When nobody runs for three Thursdays
    replica(JUEVES_A_LAS_SEIS, Instant.parse("2021-08-27T15:00:00Z")).seguir();
    // Then
    assertThat(resultados.consultar(CORTES))
        .containsExactly("2021-08-12 00:00", "2021-08-19 00:00", "2021-08-26 00:00");
  }

  @Test
  void makesEachReportOnceThoughTwoReplicasFollowTheSchedule() throws Exception {
    // Given
    var inicio = Instant.parse("2021-08-06T15:00:00Z");
    replica(JUEVES_A_LAS_SEIS, inicio).seguir();
    var semanas = 12;
    try (var familias = new FamiliasFalsas(resultados);
        var hilos = Executors.newFixedThreadPool(2)) {
      // When both look at the same moments, and both make what there is
      for (var semana = 1; semana <= semanas; semana++) {
        var ahora = inicio.plus(Duration.ofDays(7L * semana));
        var juntos = new CyclicBarrier(2);
        Callable<Void> replica =
            () -> {
              juntos.await();
              replica(JUEVES_A_LAS_SEIS, ahora).seguir();
              confeccion.hacerLoQueHaya();
              return null;
            };
        for (var hecho : hilos.invokeAll(List.of(replica, replica))) {
          hecho.get();
        }
      }
      // Then
      assertThat(resultados.consultar(CORTES)).hasSize(semanas).doesNotHaveDuplicates();
      assertThat(
              resultados.consultar(
                  "SELECT estado || ' ' || count(*) FROM informe_historia GROUP BY estado ORDER BY 1"))
          .containsExactly("POR_APROBAR " + semanas, "POR_HACER " + semanas);
      assertThat(familias.tokens()).hasSize(3 * semanas);
    }
  }

  @Test
  void goesOnWhereAReplicaThatDiedLeftOff() throws Exception {
    // Given one that has taken a report and is gone
    replica(JUEVES_A_LAS_SEIS, Instant.parse("2021-08-06T15:00:00Z")).seguir();
    replica(JUEVES_A_LAS_SEIS, Instant.parse("2021-08-13T15:00:00Z")).seguir();
    resultados.ejecutar("UPDATE informe SET arriendo_hasta = now() + interval '1 hour'");
    try (var familias = new FamiliasFalsas(resultados)) {
      confeccion.hacerLoQueHaya();
      assertThat(familias.tokens()).isEmpty();
      // When its time is over
      resultados.ejecutar("UPDATE informe SET arriendo_hasta = now()");
      confeccion.hacerLoQueHaya();
    }
    // Then
    assertThat(resultados.consultar("SELECT estado FROM informe")).containsExactly("POR_APROBAR");
  }

  private Agenda replica(String cron, Instant ahora) {
    var suya =
        new SmallRyeConfigBuilder()
            .withMapping(ReportingConfig.class)
            .withDefaultValues(Map.of("sat.informes.programa.conteo-semanal", cron))
            .build()
            .getConfigMapping(ReportingConfig.class);
    return new Agenda(suya, plazos, database, expedientes, Clock.fixed(ahora, ZoneOffset.UTC));
  }
}
