package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of images and workflows without a container engine: they fit the chart. */
class ImagenesTest {

  static List<Path> recetas() throws IOException {
    return archivos(Path.of("imagenes"), "Dockerfile\\..+");
  }

  static List<Path> flujos() throws IOException {
    return archivos(Path.of("..", ".github", "workflows"), ".+\\.yml");
  }

  @ParameterizedTest
  @MethodSource("recetas")
  void anImageRunsAsTheUserAndOnThePortsOfTheChart(Path receta) throws IOException {
    Objeto deployment = Chart.uno(Caso.POR_OMISION, "Deployment", "token-service");
    int usuario = deployment.pod().at("/securityContext/runAsUser").asInt();
    List<String> puertos = deployment.contenedor().path("ports").findValuesAsText("containerPort");
    assertThat(Files.readAllLines(receta))
        .contains("USER %d:%d".formatted(usuario, usuario))
        .contains("EXPOSE " + String.join(" ", puertos));
  }

  /** Or by an argument that the workflow resolves to one, where no list of digests can be read. */
  @ParameterizedTest
  @MethodSource("recetas")
  void whatAnImageStandsOnIsNamedByDigest(Path receta) throws IOException {
    List<String> lineas = Files.readAllLines(receta);
    Set<String> etapas =
        lineas.stream()
            .filter(linea -> linea.matches("FROM .+ AS \\w+"))
            .map(linea -> linea.substring(linea.lastIndexOf(' ') + 1))
            .collect(Collectors.toSet());
    String publicar = Files.readString(Path.of("..", ".github", "workflows", "publicar.yml"));
    List<String> bases =
        lineas.stream()
            .filter(linea -> linea.startsWith("FROM "))
            .map(linea -> linea.split(" ")[1])
            .filter(base -> !etapas.contains(base))
            .toList();
    assertThat(bases)
        .isNotEmpty()
        .allSatisfy(
            base -> {
              if (base.matches("\\$\\{[A-Z]+}")) {
                String argumento = base.substring(2, base.length() - 1);
                assertThat(lineas).anyMatch(linea -> linea.startsWith("ARG " + argumento + "="));
                assertThat(publicar)
                    .contains("resolver " + argumento + " deploy/imagenes/" + receta.getFileName());
              } else {
                assertThat(base).matches(".+:[\\w.-]+@sha256:[0-9a-f]{64}");
              }
            });
  }

  @Test
  void aBuildIsGivenSourcesAndNothingElse() throws IOException {
    List<String> fuera = Files.readAllLines(Path.of("..", ".dockerignore"));
    assertThat(fuera).contains("**/target", ".git", "**/.env", "**/*.pem", "**/*.key");
    assertThat(fuera)
        .noneMatch(linea -> linea.matches("/?(\\.mvn|mvnw|pom\\.xml|common|deploy).*"));
  }

  @ParameterizedTest
  @MethodSource("flujos")
  void everyActionIsPinnedByDigest(Path flujo) throws IOException {
    assertThat(Files.readAllLines(flujo))
        .filteredOn(linea -> linea.contains("uses:"))
        .isNotEmpty()
        .allMatch(linea -> linea.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  @ParameterizedTest
  @MethodSource("flujos")
  void aMatrixOfServicesHasThemAll(Path flujo) {
    assertThat(Yaml.leer(flujo).findValues("servicio"))
        .filteredOn(JsonNode::isArray)
        .allSatisfy(
            servicios ->
                assertThat(servicios.valueStream().map(JsonNode::asText))
                    .containsExactlyElementsOf(Chart.SERVICIOS));
  }

  private static List<Path> archivos(Path carpeta, String nombre) throws IOException {
    try (Stream<Path> archivos = Files.list(carpeta)) {
      List<Path> hallados =
          archivos.filter(a -> a.getFileName().toString().matches(nombre)).sorted().toList();
      assertThat(hallados).isNotEmpty();
      return hallados;
    }
  }
}
