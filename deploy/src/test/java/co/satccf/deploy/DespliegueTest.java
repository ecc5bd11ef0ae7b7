package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makes a roll safe: immutable selectors, migrations first, time for what is in flight. */
class DespliegueTest {

  /** Seconds the services take for themselves: quarkus.shutdown.timeout of the transmitters. */
  private static final int APAGADO = 35;

  @Test
  void selectorsNeverChangeFromVersionToVersion() {
    for (String servicio : Chart.SERVICIOS) {
      Map<String, String> seleccion =
          Map.of(
              "app.kubernetes.io/name",
              "sat-ccf",
              "app.kubernetes.io/instance",
              Chart.PUBLICACION,
              "app.kubernetes.io/component",
              servicio);
      assertThat(etiquetas(servicio, "Deployment", "/spec/selector/matchLabels"))
          .isEqualTo(seleccion);
      assertThat(etiquetas(servicio, "Service", "/spec/selector")).isEqualTo(seleccion);
      assertThat(etiquetas(servicio, "PodDisruptionBudget", "/spec/selector/matchLabels"))
          .isEqualTo(seleccion);
      assertThat(etiquetas(servicio, "NetworkPolicy", "/spec/podSelector/matchLabels"))
          .isEqualTo(seleccion);
      assertThat(etiquetas(servicio, "Deployment", "/spec/template/metadata/labels"))
          .containsAllEntriesOf(seleccion);
    }
  }

  @Test
  void thePodsOfAMigrationAreNobodysBackend() {
    Map<String, String> job =
        etiquetas("token-service-migracion", "Job", "/spec/template/metadata/labels");
    assertThat(job)
        .doesNotContainEntry("app.kubernetes.io/component", "token-service")
        .containsEntry("app.kubernetes.io/component", "token-service-migracion");
  }

  @Test
  void migrationsRunBeforeTheServicesAndTheServicesDoNot() {
    for (String servicio : Chart.SERVICIOS) {
      Objeto job = Chart.uno(Caso.POR_OMISION, "Job", servicio + "-migracion");
      assertThat(job.yaml().at("/metadata/annotations/helm.sh~1hook").asText())
          .isEqualTo("pre-install,pre-upgrade");
      assertThat(job.contenedor().path("env").findValuesAsText("name"))
          .contains("QUARKUS_INIT_AND_EXIT", "QUARKUS_FLYWAY_MIGRATE_AT_START");
      assertThat(Chart.propiedades(Caso.POR_OMISION, servicio))
          .containsEntry("quarkus.flyway.migrate-at-start", "false")
          .containsEntry("quarkus.flyway.validate-at-start", "true");
    }
  }

  @Test
  void whatAMigrationNeedsIsThereBeforeIt() {
    for (String servicio : Chart.SERVICIOS) {
      int job = peso(Chart.uno(Caso.POR_OMISION, "Job", servicio + "-migracion"));
      assertThat(peso(Chart.uno(Caso.POR_OMISION, "ConfigMap", servicio + "-migracion")))
          .isLessThan(job);
      assertThat(peso(Chart.uno(Caso.POR_OMISION, "NetworkPolicy", servicio + "-migracion")))
          .isLessThan(job);
    }
  }

  @Test
  void theFirstTimeMigrationsRunBesideWhatThisReleaseMakesForThem() {
    Caso caso = Caso.con("con bases", "cloudNativePG: {activo: true}");
    assertThat(
            Chart.uno(caso, "Job", "token-service-migracion")
                .yaml()
                .at("/metadata")
                .has("annotations"))
        .isFalse();
  }

  @Test
  void aRollTakesNoReplicaAwayBeforeAnotherIsReady() {
    for (String servicio : Chart.SERVICIOS) {
      JsonNode deployment = Chart.uno(Caso.POR_OMISION, "Deployment", servicio).yaml();
      assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
    }
  }

  @Test
  void whatIsInFlightHasTimeToSettle() {
    JsonNode pod = Chart.uno(Caso.POR_OMISION, "Deployment", "afiliacion-service").pod();
    int reposo = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(reposo + APAGADO);
  }

  @Test
  void refusesAGraceThatWouldCutOffWhatIsInFlight() {
    Caso caso = Caso.con("prisa", "pods: {reposo: 30, gracia: 60}");
    assertThatThrownBy(() -> Chart.rendir(caso)).hasMessageContaining("pods.gracia: más de 70");
  }

  @Test
  void aNewConfigurationRollsThePodsThatReadIt() {
    Caso otro = Caso.con("otro plazo", "plazos: {Desafiliacion: 3}");
    String anotacion = "/spec/template/metadata/annotations/sat-ccf~1configuracion";
    assertThat(Chart.uno(otro, "Deployment", "afiliacion-service").yaml().at(anotacion))
        .isNotEqualTo(
            Chart.uno(Caso.POR_OMISION, "Deployment", "afiliacion-service").yaml().at(anotacion));
    assertThat(Chart.uno(otro, "Deployment", "token-service").yaml().at(anotacion))
        .isEqualTo(Chart.uno(Caso.POR_OMISION, "Deployment", "token-service").yaml().at(anotacion));
  }

  @Test
  void anAutoscalerOwnsTheNumberOfReplicas() {
    for (String tipo : Set.of("hpa", "keda")) {
      Caso caso = Caso.con(tipo, "comun: {escalado: {tipo: %s}}".formatted(tipo));
      assertThat(
              Chart.uno(caso, "Deployment", "novedades-service")
                  .yaml()
                  .path("spec")
                  .has("replicas"))
          .isFalse();
      Set<String> clases =
          Chart.rendir(caso).stream().map(Objeto::clase).collect(Collectors.toSet());
      assertThat(clases.contains("ScaledObject")).isEqualTo(tipo.equals("keda"));
      assertThat(clases.contains("HorizontalPodAutoscaler")).isEqualTo(tipo.equals("hpa"));
    }
  }

  @Test
  void aTransmitterScalesOnLagAndOnReadyBacklog() {
    Caso caso = Caso.con("keda", "comun: {escalado: {tipo: keda}}");
    assertThat(
            Chart.uno(caso, "ScaledObject", "novedades-service")
                .yaml()
                .at("/spec/triggers")
                .findValuesAsText("query"))
        .hasSize(2)
        .anyMatch(consulta -> consulta.contains("sat_listos"))
        .anyMatch(consulta -> consulta.contains("sat_lector_lag"));
  }

  private static int peso(Objeto objeto) {
    return objeto.yaml().at("/metadata/annotations/helm.sh~1hook-weight").asInt();
  }

  private static Map<String, String> etiquetas(String componente, String clase, String camino) {
    return Objeto.textos(Chart.uno(Caso.POR_OMISION, clase, componente).yaml().at(camino));
  }
}
