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

  /** The least that an installation must say: whom only it can know. */
  private static final String MINIMO =
      """
      red:
        apiServer: [{ipBlock: {cidr: 10.96.0.1/32}}, {ipBlock: {cidr: 192.0.2.10/32}}]
        personas: [{ipBlock: {cidr: 192.0.2.20/32}}]
        correo: [{ipBlock: {cidr: 192.0.2.30/32}}]
        trazas: [{ipBlock: {cidr: 192.0.2.40/32}}]
      """;

  static final Caso POR_OMISION = con("por omisión", "{}");

  /** The defaults, every example, and every switch of the schema in each position it is not in. */
  static List<Caso> todos() {
    JsonNode valores = Yaml.leer(Chart.CARPETA.resolve("values.yaml"));
    JsonNode esquema = Yaml.leer(Chart.CARPETA.resolve("values.schema.json"));
    List<Caso> interruptores = new ArrayList<>();
    interruptores(esquema, esquema, List.of(), interruptores);
    return Stream.of(
            Stream.of(POR_OMISION),
            ejemplos().stream(),
            interruptores.stream()
                .filter(caso -> !contiene(valores, caso.valores()))
                .map(caso -> con(caso.nombre(), caso.valores().toString())))
        .flatMap(casos -> casos)
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

  /** Over {@link #MINIMO}. */
  static Caso con(String nombre, String yaml) {
    return new Caso(nombre, Yaml.mezclar(leer(MINIMO), leer(yaml)));
  }

  /** Nothing but what is given. */
  static Caso solo(String nombre, String yaml) {
    return new Caso(nombre, leer(yaml));
  }

  private static ObjectNode leer(String yaml) {
    try {
      return (ObjectNode) Yaml.MAPPER.readTree(yaml);
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
