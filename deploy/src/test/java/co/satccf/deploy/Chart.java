package co.satccf.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The chart as Helm sees it. */
final class Chart {

  static final Path CARPETA = Path.of("helm", "sat-ccf");
  static final String PUBLICACION = "sat";
  static final String ESPACIO = "ccf";
  static final List<String> SERVICIOS =
      List.of(
          "token-service",
          "afiliacion-service",
          "relacion-laboral-service",
          "novedades-service",
          "reporting-service");

  private static final String GANCHO = "helm.sh/hook";
  private static final String ESCONDIDO = "escondido/hook";

  private static final Map<Caso, List<Objeto>> RENDIDOS = new ConcurrentHashMap<>();

  private Chart() {}

  /** Lint knows no values but the chart's own. */
  static LintResult revisar(Caso caso) {
    return enCopia(
        copia -> {
          ObjectNode valores = Yaml.leer(CARPETA.resolve("values.yaml"));
          Yaml.escribir(copia.resolve("values.yaml"), Yaml.mezclar(valores, caso.valores()));
          return new Helm(copia).lint().strict().call();
        });
  }

  static List<Objeto> rendir(Caso caso) {
    return RENDIDOS.computeIfAbsent(caso, uno -> rendir(uno, Corriendo.NADA));
  }

  /**
   * What a cluster has already, for Helm's lookup: the ReplicaSets of one service.
   *
   * @param pods how many there are, by the ConfigMap that they read
   * @param datos the files of each of those
   */
  record Corriendo(String servicio, Map<String, Integer> pods, Map<String, String> datos) {

    private static final Corriendo NADA = new Corriendo("", Map.of(), Map.of());

    /** In place of {@code lookup}, which asks a cluster even here. */
    private void hallarEn(Path copia) throws IOException {
      ObjectNode conjuntos = Yaml.MAPPER.createObjectNode();
      pods.forEach(
          (mapa, cuantos) -> conjunto(conjuntos.withArray("items").addObject(), mapa, cuantos));
      ObjectNode mapa = Yaml.MAPPER.createObjectNode();
      datos.forEach(mapa.putObject("data")::put);
      Path plantilla = copia.resolve("templates/servicio/configmap.yaml");
      Files.writeString(
          plantilla,
          Files.readString(plantilla)
              .replaceAll("\\(lookup \"apps/v1\" [^)]*\\)", hallado(conjuntos))
              .replaceAll("\\(lookup \"v1\" [^)]*\\)", hallado(mapa)));
    }

    private void conjunto(ObjectNode conjunto, String mapa, int cuantos) {
      conjunto
          .putObject("metadata")
          .putObject("labels")
          .put("app.kubernetes.io/instance", PUBLICACION)
          .put("app.kubernetes.io/component", servicio);
      conjunto
          .putObject("spec")
          .put("replicas", cuantos)
          .putObject("template")
          .putObject("spec")
          .putArray("volumes")
          .addObject()
          .put("name", "configuracion")
          .putObject("configMap")
          .put("name", mapa);
    }

    private static String hallado(ObjectNode objeto) {
      return Matcher.quoteReplacement("(`%s` | fromJson)".formatted(objeto.toString()));
    }
  }

  /** As an upgrade renders it where this runs. */
  static List<Objeto> rendir(Caso caso, Corriendo corriendo) {
    return rendir(PUBLICACION, caso, corriendo);
  }

  /** As a release of that name. */
  static List<Objeto> rendirComo(String publicacion) {
    return rendir(publicacion, Caso.POR_OMISION, Corriendo.NADA);
  }

  private static List<Objeto> rendir(String publicacion, Caso caso, Corriendo corriendo) {
    String yaml =
        enCopia(
            copia -> {
              corriendo.hallarEn(copia);
              Path valores = copia.resolve("valores.tmp");
              Yaml.escribir(valores, caso.valores());
              // helm-java leaves hooks out of what it tells.
              Path migracion = copia.resolve("templates/servicio/migracion.yaml");
              Files.writeString(migracion, Files.readString(migracion).replace(GANCHO, ESCONDIDO));
              return new Helm(copia)
                  .template()
                  .withKubeVersion("v1.30.0")
                  .withName(publicacion)
                  .withNamespace(ESPACIO)
                  .withValuesFile(valores)
                  .call();
            });
    return Yaml.documentos(yaml.replace(ESCONDIDO, GANCHO)).stream()
        .map(Objeto::new)
        .sorted(Objeto.POR_CLASE_Y_NOMBRE)
        .toList();
  }

  /** What Helm tells whoever installed it. */
  static String notas(Caso caso) {
    String dicho =
        enCopia(
            copia -> {
              Corriendo.NADA.hallarEn(copia);
              Path valores = copia.resolve("valores.tmp");
              Yaml.escribir(valores, caso.valores());
              return new Helm(copia)
                  .install()
                  .clientOnly()
                  .dryRun()
                  .withKubeVersion("v1.30.0")
                  .withName(PUBLICACION)
                  .withNamespace(ESPACIO)
                  .withValuesFile(valores)
                  .call()
                  .getOutput();
            });
    return dicho.substring(dicho.indexOf("NOTES:"));
  }

  static Objeto uno(Caso caso, String clase, String componente) {
    return rendir(caso).stream()
        .filter(o -> o.clase().equals(clase) && o.componente().equals(componente))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + clase + " of " + componente));
  }

  /** What stands in a service's application.properties. */
  static Map<String, String> propiedades(Caso caso, String servicio) {
    Properties leidas = new Properties();
    try {
      leidas.load(
          new StringReader(
              uno(caso, "ConfigMap", servicio)
                  .yaml()
                  .path("data")
                  .path("application.properties")
                  .asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> propiedades = new TreeMap<>();
    leidas.forEach((nombre, valor) -> propiedades.put((String) nombre, (String) valor));
    return propiedades;
  }

  private interface Uso<R> {
    R de(Path copia) throws IOException;
  }

  private static <R> R enCopia(Uso<R> uso) {
    try {
      Path copia = Files.createTempDirectory("chart");
      try {
        copiar(CARPETA, copia);
        return uso.de(copia);
      } finally {
        borrar(copia);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copiar(Path de, Path a) throws IOException {
    try (Stream<Path> archivos = Files.walk(de, FileVisitOption.FOLLOW_LINKS)) {
      for (Path archivo : archivos.skip(1).toList()) {
        Files.copy(archivo, a.resolve(de.relativize(archivo)));
      }
    }
  }

  private static void borrar(Path carpeta) throws IOException {
    try (Stream<Path> archivos = Files.walk(carpeta)) {
      for (Path archivo : archivos.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(archivo);
      }
    }
  }
}
