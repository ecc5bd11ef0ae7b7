package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alert rules: each is tested both ways, is told of by its page, and reaches the cluster as it is.
 */
class AlertasTest {

  private static final Path REGLAS = Chart.CARPETA.resolve("archivos/reglas.yaml");

  /** For one service; the chart makes it for each. */
  private static final Path AUSENCIA = Chart.CARPETA.resolve("archivos/ausencia.yaml");

  private static final List<Path> PRUEBAS =
      List.of(
          Path.of("src", "test", "alertas.yaml"), Path.of("src", "test", "alertas-de-dias.yaml"));
  private static final Path PAGINAS = Path.of("..", "docs", "runbooks");

  /** Where {@code ./sat promtool} leaves it. */
  private static final Path PROMTOOL =
      Path.of("..", "target", "sat", "herramientas", "usr", "bin", "promtool");

  private static final List<String> PARTES =
      List.of("## Qué significa", "## Cómo verlo", "## Qué hacer");

  @Test
  void everyRuleFiresWhenItShouldAndOnlyThen() throws Exception {
    promtool("test", "rules", PRUEBAS.get(0).toString(), PRUEBAS.get(1).toString());
  }

  @Test
  void everyQueryOfADashboardParses(@TempDir Path carpeta) throws Exception {
    // Given
    ObjectNode reglas = Yaml.MAPPER.createObjectNode();
    ArrayNode grupo =
        reglas.putArray("groups").addObject().put("name", "tableros").putArray("rules");
    for (Path tablero : tableros()) {
      for (String consulta : Yaml.leer(tablero).findValuesAsText("expr")) {
        grupo
            .addObject()
            .put("record", "consulta:n" + grupo.size())
            .put("expr", consulta.replaceAll("\\$[a-z]+", "algo"));
      }
    }
    Path archivo = carpeta.resolve("consultas.yaml");
    Yaml.escribir(archivo, reglas);
    // When, Then
    assertThat(grupo).hasSizeGreaterThan(20);
    promtool("check", "rules", archivo.toString());
  }

  @Test
  void everyDashboardReachesGrafana() throws IOException {
    assertThat(Chart.rendir(Caso.POR_OMISION))
        .filteredOn(o -> o.yaml().at("/metadata/labels").has("grafana_dashboard"))
        .extracting(o -> o.yaml().path("data").elements().next().asText())
        .containsExactlyInAnyOrderElementsOf(tableros().stream().map(AlertasTest::texto).toList());
  }

  @Test
  void everyRuleHasATestThatItFiresAndOneThatItDoesNot() throws IOException {
    List<JsonNode> pruebas =
        PRUEBAS.stream()
            .flatMap(archivo -> Yaml.leer(archivo).findValues("alert_rule_test").stream())
            .flatMap(JsonNode::valueStream)
            .toList();
    for (String alerta : alertas()) {
      assertThat(pruebas)
          .filteredOn(prueba -> prueba.path("alertname").asText().equals(alerta))
          .as(alerta)
          .extracting(prueba -> prueba.path("exp_alerts").isEmpty())
          .contains(false, true);
    }
  }

  @Test
  void everyAlertHasItsPageAndEveryPageItsAlert() throws IOException {
    for (JsonNode regla : reglas()) {
      String alerta = regla.path("alert").asText();
      assertThat(regla.at("/annotations/runbook_url").asText())
          .isEqualTo("docs/runbooks/%s.md".formatted(alerta));
      assertThat(Files.readString(PAGINAS.resolve(alerta + ".md")))
          .as(alerta)
          .startsWith("# " + alerta + "\n")
          .contains(PARTES);
    }
    try (Stream<Path> paginas = Files.list(PAGINAS)) {
      assertThat(paginas.map(pagina -> pagina.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("README.md"), alertas().stream().map(a -> a + ".md"))
                  .toList());
    }
  }

  @Test
  void theChartCarriesTheRulesWithLinksThatCanBeOpened() throws IOException {
    JsonNode rendida =
        Chart.rendir(Caso.POR_OMISION).stream()
            .filter(o -> o.clase().equals("PrometheusRule"))
            .findFirst()
            .orElseThrow()
            .yaml()
            .at("/spec/groups/0/rules");
    assertThat(rendida.findValuesAsText("alert")).isEqualTo(nombres(reglas(REGLAS)));
    assertThat(rendida.findValuesAsText("expr"))
        .isEqualTo(reglas(REGLAS).stream().map(r -> r.path("expr").asText()).toList());
    assertThat(rendida.findValuesAsText("runbook_url"))
        .allMatch(enlace -> enlace.matches("https://.+/docs/runbooks/Sat[A-Za-z]+\\.md"));
  }

  @Test
  void eachServiceThatIsOnIsMissedWhenNothingOfItIsLeft() {
    Caso caso = Caso.con("sin novedades", "servicios: {novedades-service: {activo: false}}");
    List<String> ausencias =
        Chart.rendir(caso).stream()
            .filter(o -> o.clase().equals("PrometheusRule"))
            .flatMap(o -> o.yaml().at("/spec/groups").findValues("rules").stream())
            .flatMap(JsonNode::valueStream)
            .filter(regla -> regla.path("alert").asText().equals("SatServicioAusente"))
            .map(regla -> regla.path("expr").asText())
            .toList();
    assertThat(ausencias)
        .containsExactlyInAnyOrderElementsOf(
            Chart.SERVICIOS.stream()
                .filter(servicio -> !servicio.equals("novedades-service"))
                .map("absent(up{namespace=\"ccf\", service=\"sat-%s\"} == 1)"::formatted)
                .toList());
  }

  private static List<String> alertas() throws IOException {
    return nombres(reglas());
  }

  private static List<String> nombres(List<JsonNode> reglas) {
    return reglas.stream().map(regla -> regla.path("alert").asText()).toList();
  }

  private static List<JsonNode> reglas() throws IOException {
    return Stream.concat(reglas(REGLAS).stream(), reglas(AUSENCIA).stream()).toList();
  }

  private static List<JsonNode> reglas(Path archivo) throws IOException {
    return Yaml.MAPPER.readTree(archivo.toFile()).at("/groups/0/rules").valueStream().toList();
  }

  private static List<Path> tableros() throws IOException {
    try (Stream<Path> archivos = Files.list(Chart.CARPETA.resolve("archivos/tableros"))) {
      return archivos.toList();
    }
  }

  private static String texto(Path archivo) {
    try {
      return Files.readString(archivo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void promtool(String... orden) throws IOException, InterruptedException {
    boolean aqui = Files.isExecutable(PROMTOOL);
    assumeTrue(
        aqui || enElPath("promtool"),
        "no promtool: ./sat promtool gets it from Debian's package prometheus");
    Process proceso =
        new ProcessBuilder(
                Stream.concat(Stream.of(aqui ? PROMTOOL.toString() : "promtool"), Stream.of(orden))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String dicho = new String(proceso.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(proceso.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(proceso.exitValue()).as(dicho).isZero();
  }

  private static boolean enElPath(String programa) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(carpeta -> Files.isExecutable(Path.of(carpeta, programa)));
  }
}
