package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workload keeps to Kubernetes' Pod Security Standard «restricted», and holds no secret. */
class SeguridadTest {

  private static final Set<String> VOLUMENES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final String PARECE_SECRETO =
      "(?i).*(password|secret|jaas|private|referencia[._]clave$|clave$|llave$).*";

  static List<Caso> casos() {
    return Caso.todos();
  }

  @ParameterizedTest
  @MethodSource("casos")
  void everyWorkloadIsRestricted(Caso caso) {
    assertThat(Chart.rendir(caso))
        .filteredOn(Objeto::esCargaDeTrabajo)
        .isNotEmpty()
        .allSatisfy(
            carga -> {
              JsonNode pod = carga.pod();
              assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
              assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.at("/securityContext/runAsUser").asInt(1)).isPositive();
              assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                  .isFalse();
              assertThat(pod.path("initContainers")).isEmpty();
              JsonNode contenedor = carga.contenedor().path("securityContext");
              assertThat(contenedor.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(contenedor.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(contenedor.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
              assertThat(contenedor.at("/capabilities").has("add")).isFalse();
              assertThat(carga.contenedor().path("ports").findValues("hostPort")).isEmpty();
              pod.path("volumes")
                  .forEach(
                      volumen ->
                          assertThat(Objeto.textos(volumen).keySet())
                              .allMatch(
                                  clave -> clave.equals("name") || VOLUMENES.contains(clave)));
            });
  }

  @Test
  void theClusterMayGiveTheUser() {
    Caso caso = Caso.con("OpenShift", "pods: {usuario: null}");
    assertThat(Chart.rendir(caso))
        .filteredOn(Objeto::esCargaDeTrabajo)
        .isNotEmpty()
        .allSatisfy(
            carga ->
                assertThat(Objeto.textos(carga.pod().path("securityContext")).keySet())
                    .containsOnly("runAsNonRoot", "seccompProfile"));
  }

  @ParameterizedTest
  @MethodSource("casos")
  void onlyWhatMustHasATokenOfTheCluster(Caso caso) {
    assertThat(Chart.rendir(caso))
        .filteredOn(Objeto::esCargaDeTrabajo)
        .allSatisfy(
            carga ->
                assertThat(carga.pod().path("automountServiceAccountToken").asBoolean(true))
                    .isFalse());
  }

  @ParameterizedTest
  @MethodSource("casos")
  void noObjectHoldsASecret(Caso caso) {
    List<Objeto> objetos = Chart.rendir(caso);
    assertThat(objetos).extracting(Objeto::clase).doesNotContain("Secret");
    assertThat(objetos)
        .filteredOn(Objeto::esCargaDeTrabajo)
        .allSatisfy(
            carga ->
                carga
                    .contenedor()
                    .path("env")
                    .forEach(
                        variable -> {
                          if (variable.has("value")) {
                            assertThat(variable.path("name").asText()).doesNotMatch(PARECE_SECRETO);
                          }
                        }));
    assertThat(
            Chart.SERVICIOS.stream()
                .filter(s -> objetos.stream().anyMatch(o -> o.componente().equals(s)))
                .flatMap(s -> Chart.propiedades(caso, s).entrySet().stream()))
        .extracting(Map.Entry::getKey)
        .noneMatch(nombre -> nombre.matches(PARECE_SECRETO) && !esNombre(nombre));
  }

  /** Names and paths of keys, which are no keys. */
  private static boolean esNombre(String propiedad) {
    return Stream.of("sat.referencia.id-clave").anyMatch(propiedad::equals);
  }
}
