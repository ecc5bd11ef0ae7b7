package co.satccf.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.infra.Topicos;
import co.satccf.stream.topicos.Ajuste;
import co.satccf.stream.topicos.Diferencia;
import co.satccf.stream.topicos.InspectorDeTopicos;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform's topics are set as they are written down, but for their partitions. */
class TopicSettingsTest {

  private static final Set<String> TODOS =
      Set.of(
          Topicos.AFILIACION,
          Topicos.RELACION_LABORAL,
          Topicos.NOVEDADES,
          Topicos.RESULTADOS,
          Topicos.EMPLEADORES);

  private final InspectorDeTopicos inspector = new InspectorDeTopicos(Platform.kafka(), TODOS);

  @AfterEach
  void setBack() throws Exception {
    set(Topicos.RESULTADOS, "retention.ms", "-1");
    set(Topicos.NOVEDADES, "retention.ms", "2592000000");
    set(Topicos.AFILIACION, "cleanup.policy", "delete");
    set(Topicos.EMPLEADORES, "cleanup.policy", "compact");
  }

  @Test
  void tellsOfOtherPartitionsAndThatTheyLoseNothing() throws Exception {
    // When
    inspector.mirar();
    // Then
    assertThat(halladas())
        .extracting(Diferencia::topico)
        .containsExactlyInAnyOrderElementsOf(TODOS);
    assertThat(halladas())
        .allMatch(d -> d.ajuste() == Ajuste.PARTICIONES)
        .allMatch(d -> d.escrito().equals("12") && d.hallado().equals("6"))
        .noneMatch(Diferencia::pierdeDatos);
  }

  @Test
  void tellsWhichSettingsLoseWhatIsStillNeeded() throws Exception {
    // Given outcomes that go after a day, facts that go before the month is over, facts and a
    // register that are cleaned
    // up the wrong way
    set(Topicos.RESULTADOS, "retention.ms", "86400000");
    set(Topicos.NOVEDADES, "retention.ms", "3600000");
    set(Topicos.AFILIACION, "cleanup.policy", "compact");
    set(Topicos.EMPLEADORES, "cleanup.policy", "delete");
    // When
    inspector.mirar();
    // Then
    assertThat(halladas())
        .filteredOn(d -> d.ajuste() != Ajuste.PARTICIONES)
        .containsExactlyInAnyOrder(
            new Diferencia(Topicos.RESULTADOS, Ajuste.RETENCION, "siempre", "PT24H", true),
            new Diferencia(Topicos.NOVEDADES, Ajuste.RETENCION, "PT720H", "PT1H", false),
            new Diferencia(Topicos.AFILIACION, Ajuste.LIMPIEZA, "delete", "compact", true),
            new Diferencia(Topicos.EMPLEADORES, Ajuste.LIMPIEZA, "compact", "delete", true));
  }

  @Test
  void knowsNothingOfABrokerThatDoesNotAnswer() throws Exception {
    // Given
    InspectorDeTopicos lejos =
        new InspectorDeTopicos(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                "request.timeout.ms",
                200,
                "default.api.timeout.ms",
                500),
            TODOS);
    // When
    lejos.mirar();
    // Then
    assertThat(lejos.diferencias()).isEmpty();
  }

  @Test
  void looksAtNoTopicThatNothingIsWrittenAbout() {
    assertThatThrownBy(() -> new InspectorDeTopicos(Platform.kafka(), Set.of("sat.otro")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sat.otro");
  }

  private List<Diferencia> halladas() {
    return inspector.diferencias().orElseThrow();
  }

  /** Returns when the broker tells of it: that it was taken is not that it is known. */
  private static void set(String topico, String nombre, String valor)
      throws InterruptedException, ExecutionException {
    var donde = new ConfigResource(ConfigResource.Type.TOPIC, topico);
    var ajuste = new AlterConfigOp(new ConfigEntry(nombre, valor), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(Platform.kafka())) {
      admin.incrementalAlterConfigs(Map.of(donde, List.of(ajuste))).all().get();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> requireNonNull(admin.describeConfigs(List.of(donde)).all().get().get(donde)),
              config -> valor.equals(requireNonNull(config.get(nombre)).value()));
    }
  }
}
