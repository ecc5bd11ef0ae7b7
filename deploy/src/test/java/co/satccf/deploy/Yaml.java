package co.satccf.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes YAML, and so JSON, as trees. */
final class Yaml {

  static final ObjectMapper MAPPER =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private Yaml() {}

  static ObjectNode leer(Path archivo) {
    try {
      return (ObjectNode) MAPPER.readTree(archivo.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void escribir(Path archivo, ObjectNode yaml) throws IOException {
    MAPPER.writeValue(archivo.toFile(), yaml);
  }

  /** As Helm does: maps are merged, everything else is replaced. */
  static ObjectNode mezclar(ObjectNode base, ObjectNode encima) {
    encima
        .properties()
        .forEach(
            e -> {
              if (e.getValue() instanceof ObjectNode nuevo
                  && base.get(e.getKey()) instanceof ObjectNode viejo) {
                mezclar(viejo, nuevo);
              } else {
                base.set(e.getKey(), e.getValue());
              }
            });
    return base;
  }

  /** Documents that are objects; empty ones, which templates leave, are none. */
  static List<ObjectNode> documentos(String yaml) {
    try (var documentos = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documentos.readAll().stream()
          .filter(ObjectNode.class::isInstance)
          .map(ObjectNode.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
