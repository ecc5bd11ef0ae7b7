package co.satccf.sandbox.dependencias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A copy of the vulnerabilities of Maven that OSV publishes as {@code Maven/all.zip} (OSV schema
 * 1.7, "affected"): one JSON for each, with every affected version by its name.
 */
final class BaseOsv {

  private static final String MAVEN = "Maven";

  private final Path zip;
  private final ObjectMapper json;

  BaseOsv(Path zip, ObjectMapper json) {
    this.zip = zip;
    this.json = json;
  }

  /**
   * What the copy says of a library.
   *
   * @param segura false when it names no versions: whether this one is affected has to be looked up
   */
  record Hallazgo(String id, Biblioteca biblioteca, boolean segura, String resumen) {}

  /**
   * @param vulnerabilidades that the copy holds
   * @param ultima when the newest of them was changed, RFC 3339
   */
  record Revision(List<Hallazgo> hallazgos, int vulnerabilidades, String ultima) {}

  /**
   * @throws IOException when it is no copy of OSV
   */
  Revision revisar(Collection<Biblioteca> bibliotecas) throws IOException {
    Map<String, TreeSet<Biblioteca>> porNombre = new TreeMap<>();
    bibliotecas.forEach(
        b -> porNombre.computeIfAbsent(b.nombre(), nombre -> new TreeSet<>()).add(b));
    List<Hallazgo> hallazgos = new ArrayList<>();
    int vulnerabilidades = 0;
    String ultima = "";
    try (ZipFile abierto = new ZipFile(zip.toFile())) {
      for (ZipEntry entrada : Collections.list(abierto.entries())) {
        if (!entrada.getName().endsWith(".json")) {
          continue;
        }
        try (InputStream bytes = abierto.getInputStream(entrada)) {
          JsonNode una = json.readTree(bytes);
          vulnerabilidades++;
          ultima = Collections.max(List.of(ultima, una.path("modified").asText()));
          if (una.path("withdrawn").isMissingNode()) {
            buscar(una, porNombre, hallazgos);
          }
        }
      }
    }
    if (vulnerabilidades == 0) {
      throw new IOException(zip + " no trae ninguna vulnerabilidad de OSV");
    }
    return new Revision(hallazgos, vulnerabilidades, ultima);
  }

  private static void buscar(
      JsonNode una, Map<String, TreeSet<Biblioteca>> porNombre, List<Hallazgo> hallazgos) {
    for (JsonNode afectado : una.path("affected")) {
      JsonNode paquete = afectado.path("package");
      if (!paquete.path("ecosystem").asText().equals(MAVEN)) {
        continue;
      }
      for (Biblioteca biblioteca :
          porNombre.getOrDefault(paquete.path("name").asText(), new TreeSet<>())) {
        List<String> versiones = new ArrayList<>();
        afectado.path("versions").forEach(version -> versiones.add(version.asText()));
        if (versiones.isEmpty() || versiones.contains(biblioteca.version())) {
          hallazgos.add(
              new Hallazgo(
                  una.path("id").asText(),
                  biblioteca,
                  !versiones.isEmpty(),
                  una.path("summary").asText()));
        }
      }
    }
  }
}
