package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
  void aNewConfigurationIsAnotherObjectAndRollsThePodsThatReadIt() {
    Caso otro = Caso.con("otro plazo", "plazos: {Desafiliacion: 3}");
    assertThat(configuracion(otro, "afiliacion-service"))
        .isNotEqualTo(configuracion(Caso.POR_OMISION, "afiliacion-service"))
        .isEqualTo(Chart.uno(otro, "ConfigMap", "afiliacion-service").nombre());
    assertThat(configuracion(otro, "token-service"))
        .isEqualTo(configuracion(Caso.POR_OMISION, "token-service"));
    assertThat(Chart.uno(otro, "ConfigMap", "token-service").yaml().path("immutable").asBoolean())
        .isTrue();
  }

  @Test
  void whatPodsReadStaysUntilTheyAreGoneAlsoAfterARollThatFailed() {
    // Given pods that serve, those of a roll that failed after them, and none any more of one
    // before
    Chart.Corriendo antes =
        new Chart.Corriendo(
            "afiliacion-service",
            Map.of("sat-la-que-sirve", 2, "sat-la-que-no-arranca", 1, "sat-la-vieja", 0),
            Map.of("application.properties", "x=1"));
    // When
    List<Objeto> suyos = configuraciones(antes);
    // Then
    String nueva = configuracion(Caso.POR_OMISION, "afiliacion-service");
    assertThat(suyos)
        .extracting(Objeto::nombre)
        .containsExactlyInAnyOrder(nueva, "sat-la-que-sirve", "sat-la-que-no-arranca");
    assertThat(suyos)
        .filteredOn(o -> !o.nombre().equals(nueva))
        .extracting(o -> o.yaml().at("/data/application.properties").asText())
        .containsOnly("x=1");
  }

  @Test
  void podsThatReadTheSameConfigurationAddNone() {
    Objeto suya = Chart.uno(Caso.POR_OMISION, "ConfigMap", "afiliacion-service");
    Chart.Corriendo igual =
        new Chart.Corriendo(
            "afiliacion-service",
            Map.of(suya.nombre(), 2),
            Objeto.textos(suya.yaml().path("data")));
    assertThat(configuraciones(igual)).containsExactly(suya);
  }

  @Test
  void whatOtherServicesReadIsTheirs() {
    Chart.Corriendo otros =
        new Chart.Corriendo("token-service", Map.of("sat-de-tokens", 2), Map.of("x", "1"));
    assertThat(configuraciones(otros)).extracting(Objeto::nombre).doesNotContain("sat-de-tokens");
  }

  private static List<Objeto> configuraciones(Chart.Corriendo corriendo) {
    return Chart.rendir(Caso.POR_OMISION, corriendo).stream()
        .filter(o -> o.clase().equals("ConfigMap"))
        .filter(o -> o.componente().equals("afiliacion-service"))
        .toList();
  }

  /** Helm waits 300 s unless told otherwise. */
  @Test
  void aMigrationThatFailsIsToldBeforeHelmGivesUp() {
    Objeto job = Chart.uno(Caso.POR_OMISION, "Job", "novedades-service-migracion");
    assertThat(job.yaml().at("/spec/activeDeadlineSeconds").asInt()).isBetween(60, 299);
    assertThat(Chart.notas(Caso.con("larga", "migracion: {plazo: 900}")))
        .contains("AVISO: migracion.plazo=900", "--timeout");
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
  void aTransmitterScalesOnWhatTheWholeFleetHasToDo() {
    // Given
    List<String> delTablero =
        grupos(Caso.POR_OMISION).stream()
            .flatMap(grupo -> grupo.path("rules").findValuesAsText("record").stream())
            .toList();
    // When
    List<String> deKeda =
        Chart.uno(
                Caso.con("keda", "comun: {escalado: {tipo: keda}}"),
                "ScaledObject",
                "novedades-service")
            .yaml()
            .at("/spec/triggers")
            .findValuesAsText("query");
    List<JsonNode> delHpa =
        Chart.uno(
                Caso.con("hpa", "comun: {escalado: {tipo: hpa}}"),
                "HorizontalPodAutoscaler",
                "novedades-service")
            .yaml()
            .at("/spec/metrics")
            .findValues("external");
    // Then
    String serie = "%s{namespace=\"ccf\",service=\"sat-novedades-service\"}";
    assertThat(delTablero).containsExactlyInAnyOrder("sat_flota_atraso", "sat_flota_listos");
    assertThat(deKeda)
        .containsExactlyInAnyOrderElementsOf(delTablero.stream().map(serie::formatted).toList());
    assertThat(delHpa)
        .extracting(m -> m.at("/metric/name").asText())
        .containsExactlyInAnyOrderElementsOf(delTablero);
    assertThat(delHpa)
        .allSatisfy(
            m ->
                assertThat(m.at("/metric/selector/matchLabels/service").asText())
                    .isEqualTo("sat-novedades-service"));
  }

  @Test
  void refusesToScaleOnSeriesThatNobodyRecords() {
    Caso caso =
        Caso.con(
            "a ciegas",
            "{comun: {escalado: {tipo: keda}}, observabilidad: {reglas: {activo: false}}}");
    assertThatThrownBy(() -> Chart.rendir(caso))
        .hasMessageContaining("observabilidad.reglas.activo");
  }

  /** KEDA's cooldownPeriod is for the last replica alone. */
  @Test
  void replicasAreTakenAwaySlowly() {
    JsonNode keda =
        Chart.uno(
                Caso.con("keda", "comun: {escalado: {tipo: keda}}"),
                "ScaledObject",
                "novedades-service")
            .yaml()
            .path("spec");
    assertThat(keda.has("cooldownPeriod")).isFalse();
    assertThat(
            keda.at(
                    "/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown/stabilizationWindowSeconds")
                .asInt())
        .isEqualTo(600);
  }

  private static List<JsonNode> grupos(Caso caso) {
    return Chart.rendir(caso).stream()
        .filter(o -> o.clase().equals("PrometheusRule"))
        .flatMap(o -> o.yaml().at("/spec/groups").valueStream())
        .toList();
  }

  private static String configuracion(Caso caso, String servicio) {
    return Chart.uno(caso, "Deployment", servicio)
        .pod()
        .at("/volumes")
        .valueStream()
        .filter(volumen -> volumen.path("name").asText().equals("configuracion"))
        .map(volumen -> volumen.at("/configMap/name").asText())
        .findFirst()
        .orElseThrow();
  }

  private static int peso(Objeto objeto) {
    return objeto.yaml().at("/metadata/annotations/helm.sh~1hook-weight").asInt();
  }

  private static Map<String, String> etiquetas(String componente, String clase, String camino) {
    return Objeto.textos(Chart.uno(Caso.POR_OMISION, clase, componente).yaml().at(camino));
  }
}
