package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart renders, whatever is switched on or off. */
class ChartTest {

  static List<Caso> casos() {
    return Caso.todos();
  }

  @ParameterizedTest
  @MethodSource("casos")
  void lintFindsNothing(Caso caso) {
    LintResult result = Chart.revisar(caso);
    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("casos")
  void noTwoObjectsCollide(Caso caso) {
    assertThat(Chart.rendir(caso)).extracting(Objeto::toString).doesNotHaveDuplicates();
  }

  @Test
  void eachServiceIsAnInstanceOfTheSameTemplates() {
    List<Set<String>> clases =
        Chart.SERVICIOS.stream()
            .map(
                servicio ->
                    Chart.rendir(Caso.POR_OMISION).stream()
                        .filter(o -> o.componente().equals(servicio))
                        .map(Objeto::clase)
                        .collect(Collectors.toSet()))
            .toList();
    assertThat(clases)
        .containsOnly(
            Set.of(
                "ConfigMap",
                "Deployment",
                "NetworkPolicy",
                "PodDisruptionBudget",
                "Service",
                "ServiceAccount"));
  }

  @Test
  void aServiceThatIsOffLeavesNothing() {
    Caso caso = Caso.con("sin novedades", "servicios: {novedades-service: {activo: false}}");
    assertThat(Chart.rendir(caso))
        .noneSatisfy(o -> assertThat(o.yaml().toString()).contains("sat-novedades-service"));
  }

  @Test
  void refusesAValueThatDoesNotExist() {
    Caso caso = Caso.con("errata", "servicios: {token-service: {replcias: 3}}");
    assertThatThrownBy(() -> Chart.rendir(caso)).hasMessageContaining("replcias");
  }

  @Test
  void refusesAServiceThatNobodyCouldAsk() {
    Caso caso = Caso.con("sin personas", "identidad: {personas: {emisor: '', llaves: ''}}");
    assertThatThrownBy(() -> Chart.rendir(caso)).hasMessageContaining("nadie podría entrar");
  }

  @Test
  void theNotesNameWhatWasInstalledAndWarn() {
    assertThat(Chart.notas(Caso.POR_OMISION))
        .contains("svc/sat-token-service", "/terminos/aceptacion", "docs/despliegue.md")
        .doesNotContain("SIMULADO", "AVISO");
    assertThat(
            Chart.notas(
                Caso.con(
                    "a medias",
                    "{envio: simulado, red: {activo: false}, migracion: {activo: false}}")))
        .contains("ENVÍO SIMULADO", "AVISO: red.activo=false", "AVISO: migracion.activo=false");
  }

  /** Except what stands below an explained key, and the services: their keys are those of comun. */
  @Test
  void everyValueIsExplained() throws IOException {
    List<String> lineas = Files.readAllLines(Chart.CARPETA.resolve("values.yaml"));
    List<String> sinExplicar = new ArrayList<>();
    for (int i = 1; i < lineas.indexOf("servicios:"); i++) {
      if (lineas.get(i).matches("\\s*[\\w.]+: *[^ #].*")
          && !lineas.get(i - 1).matches(" *# -- .+")) {
        sinExplicar.add(lineas.get(i).strip().split(":")[0]);
      }
    }
    assertThat(sinExplicar).containsOnly("requests", "limits");
  }

  @Test
  void theConsoleAloneIsReachedFromOutside() {
    Caso caso =
        Caso.con("consola", "consola: {ingress: {activo: true}, httpRoute: {activo: true}}");
    assertThat(Chart.rendir(caso))
        .filteredOn(o -> Set.of("Ingress", "HTTPRoute").contains(o.clase()))
        .hasSize(2)
        .extracting(Objeto::componente)
        .containsOnly("reporting-service");
    assertThat(Chart.rendir(caso))
        .filteredOn(o -> o.clase().equals("Service"))
        .extracting(o -> o.yaml().at("/spec/type").asText())
        .containsOnly("ClusterIP");
  }
}
