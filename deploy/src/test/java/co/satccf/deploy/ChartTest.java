package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart renders, whatever is switched on or off. */
class ChartTest {

  private static final Set<String> ENTRADAS = Set.of("Ingress", "HTTPRoute");

  private static final Pattern DIRECCION =
      Pattern.compile("(?:src|href|action|hx-get|hx-post)=\"(/[a-z]+)");

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
        Caso.con(
            "consola",
            "consola: {activa: true, proxies: [192.0.2.7], ingress: {activo: true}, httpRoute: {activo: true}}");
    assertThat(Chart.rendir(caso))
        .filteredOn(o -> ENTRADAS.contains(o.clase()))
        .hasSize(2)
        .allSatisfy(
            entrada -> {
              assertThat(entrada.componente()).isEqualTo("reporting-service");
              assertThat(caminos(entrada))
                  .containsExactly("/", "/consola", "/estatico", "/webjars");
              assertThat(entrada.yaml().toString()).containsOnlyOnce("Exact");
            });
    assertThat(Chart.rendir(caso))
        .filteredOn(o -> o.clase().equals("Service"))
        .extracting(o -> o.yaml().at("/spec/type").asText())
        .containsOnly("ClusterIP");
  }

  private static List<String> caminos(Objeto entrada) {
    return entrada.clase().equals("Ingress")
        ? entrada.yaml().at("/spec/rules/0/http/paths").findValuesAsText("path")
        : entrada.yaml().at("/spec/rules/0/matches").findValuesAsText("value");
  }

  /** What pages ask for; the rest of their addresses is made of these. */
  @Test
  void thePagesAskForNothingBesidesWhatComesIn() throws IOException {
    Path paginas = Path.of("..", "reporting-service", "src", "main", "resources", "templates");
    try (Stream<Path> archivos = Files.walk(paginas.resolve("consola"))) {
      List<String> pedidas =
          archivos
              .filter(Files::isRegularFile)
              .flatMap(archivo -> DIRECCION.matcher(leer(archivo)).results())
              .map(hallada -> hallada.group(1))
              .distinct()
              .toList();
      assertThat(pedidas).contains("/consola", "/estatico");
      assertThat(List.of("/consola", "/estatico", "/webjars")).containsAll(pedidas);
    }
  }

  private static String leer(Path archivo) {
    try {
      return Files.readString(archivo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aConsoleThatIsOffHasNoEntrance() {
    Caso caso =
        Caso.con(
            "apagada",
            "consola: {activa: false, ingress: {activo: true}, httpRoute: {activo: true}}");
    assertThat(Chart.rendir(caso)).extracting(Objeto::clase).doesNotContainAnyElementsOf(ENTRADAS);
    assertThat(Chart.notas(caso)).contains("AVISO: la consola tiene entrada y está apagada");
  }

  @Test
  void anImageStandsOnItsDigestWhereOneIsSaid() {
    String digest = "sha256:" + "0a".repeat(32);
    Caso caso =
        Caso.con("con digest", "servicios: {token-service: {digest: '%s'}}".formatted(digest));
    for (String componente : List.of("token-service", "token-service-migracion")) {
      assertThat(
              Chart.rendir(caso).stream()
                  .filter(o -> o.esCargaDeTrabajo() && o.componente().equals(componente))
                  .map(o -> o.contenedor().path("image").asText()))
          .singleElement()
          .asString()
          .endsWith("/token-service:0.1.0@" + digest);
    }
  }

  @Test
  void noNameIsTooLong() {
    assertThat(Chart.rendirComo("x".repeat(28)))
        .extracting(Objeto::nombre)
        .filteredOn(nombre -> nombre.endsWith("-migracion"))
        .isNotEmpty()
        .allSatisfy(nombre -> assertThat(nombre).hasSizeLessThanOrEqualTo(63));
    assertThatThrownBy(() -> Chart.rendirComo("x".repeat(29))).hasMessageContaining("28");
  }
}
