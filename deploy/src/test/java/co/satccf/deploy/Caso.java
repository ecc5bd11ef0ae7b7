package co.satccf.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One way to install the chart: values over its defaults. */
record Caso(String nombre, ObjectNode valores) {

  private static final Path EJEMPLOS = Path.of("helm", "ejemplos");
  static final Caso POR_OMISION = new Caso("por omisión", Yaml.MAPPER.createObjectNode());

  /** The defaults, every example, and every switch of the schema in each position it is not in. */
  static List<Caso> todos() {
    JsonNode valores = Yaml.leer(Chart.CARPETA.resolve("values.yaml"));
    JsonNode esquema = Yaml.leer(Chart.CARPETA.resolve("values.schema.json"));
    List<Caso> interruptores = new ArrayList<>();
    interruptores(esquema, esquema, List.of(), interruptores);
    interruptores.removeIf(caso -> contiene(valores, caso.valores()));
    return Stream.of(List.of(POR_OMISION), ejemplos(), interruptores)
        .flatMap(List::stream)
        .toList();
  }

  private static boolean contiene(JsonNode valores, JsonNode otros) {
    return otros instanceof ObjectNode objeto
        ? objeto.properties().stream()
            .allMatch(e -> contiene(valores.path(e.getKey()), e.getValue()))
        : valores.equals(otros);
  }

  static List<Caso> ejemplos() {
    try (Stream<Path> archivos = Files.list(EJEMPLOS)) {
      return archivos
          .sorted()
          .map(archivo -> new Caso(archivo.getFileName().toString(), Yaml.leer(archivo)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Caso con(String nombre, String yaml) {
    try {
      return new Caso(nombre, (ObjectNode) Yaml.MAPPER.readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void interruptores(
      JsonNode esquema, JsonNode nodo, List<String> camino, List<Caso> casos) {
    JsonNode aqui = nodo.has("$ref") ? esquema.at(nodo.path("$ref").asText().substring(1)) : nodo;
    if (aqui.path("type").asText().equals("boolean")) {
      casos.add(con(camino, Yaml.MAPPER.getNodeFactory().booleanNode(true)));
      casos.add(con(camino, Yaml.MAPPER.getNodeFactory().booleanNode(false)));
    }
    aqui.path("enum").forEach(valor -> casos.add(con(camino, valor)));
    for (Map.Entry<String, JsonNode> propiedad : aqui.path("properties").properties()) {
      interruptores(
          esquema,
          propiedad.getValue(),
          Stream.concat(camino.stream(), Stream.of(propiedad.getKey())).toList(),
          casos);
    }
  }

  private static Caso con(List<String> camino, JsonNode valor) {
    ObjectNode raiz = Yaml.MAPPER.createObjectNode();
    ObjectNode nodo = raiz;
    for (String paso : camino.subList(0, camino.size() - 1)) {
      nodo = nodo.putObject(paso);
    }
    nodo.set(camino.getLast(), valor);
    return new Caso("%s=%s".formatted(String.join(".", camino), valor.asText()), raiz);
  }

  @Override
  public String toString() {
    return nombre;
  }
}
