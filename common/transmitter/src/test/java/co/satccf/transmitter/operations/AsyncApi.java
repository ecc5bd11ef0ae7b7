package co.satccf.transmitter.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The document in {@code docs/asyncapi.yaml}, with its references followed. */
final class AsyncApi {

  /** Surefire runs in the module's folder. */
  private static final Path FILE = Path.of("../../docs/asyncapi.yaml");

  private final JsonNode document;

  private AsyncApi(JsonNode document) {
    this.document = document;
  }

  static AsyncApi read() throws IOException {
    return new AsyncApi(new YAMLMapper().readTree(FILE.toFile()));
  }

  /** Messages of each topic, by name. */
  Map<String, Map<String, JsonNode>> messagesByTopic() {
    Map<String, Map<String, JsonNode>> topics = new LinkedHashMap<>();
    for (JsonNode channel : document.path("channels")) {
      Map<String, JsonNode> messages = new LinkedHashMap<>();
      for (JsonNode message : channel.path("messages")) {
        String reference = message.path("$ref").asText();
        messages.put(reference.substring(reference.lastIndexOf('/') + 1), resolve(message));
      }
      topics.put(channel.path("address").asText(), messages);
    }
    return topics;
  }

  List<JsonNode> channels() {
    return List.copyOf(children(document.path("channels")));
  }

  JsonNode message(String name) {
    return document.at("/components/messages/" + name);
  }

  JsonNode schema(String name) {
    return document.at("/components/schemas/" + name);
  }

  /** The event types a message may have. */
  Set<String> types(JsonNode message) {
    JsonNode type = properties(message.path("payload")).getOrDefault("type", message);
    Set<String> types = new TreeSet<>(texts(type.path("enum")));
    if (type.has("const")) {
      types.add(type.path("const").asText());
    }
    return types;
  }

  /** Properties of a schema, those of its parts included; the last part that names one wins. */
  Map<String, JsonNode> properties(JsonNode schema) {
    JsonNode resolved = resolve(schema);
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (JsonNode part : resolved.path("allOf")) {
      properties.putAll(properties(part));
    }
    resolved.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    return properties;
  }

  /** Paths of the leaves under a schema, such as {@code data.empleador.documento.tipo}. */
  Set<String> leaves(String path, JsonNode schema) {
    Map<String, JsonNode> properties = properties(schema);
    if (properties.isEmpty()) {
      return Set.of(path);
    }
    Set<String> leaves = new TreeSet<>();
    properties.forEach((name, property) -> leaves.addAll(leaves(path + "." + name, property)));
    return leaves;
  }

  static List<String> texts(JsonNode array) {
    return children(array).stream().map(JsonNode::asText).toList();
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : resolve(document.at(reference.asText().substring(1)));
  }

  private static List<JsonNode> children(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    return children;
  }
}
