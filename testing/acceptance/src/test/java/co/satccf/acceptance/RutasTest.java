package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert copies what a page says: every path it names is there. */
class RutasTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  private static final List<String> MODULOS =
      List.of("common/transmitter", "afiliacion-service", "token-service", "reporting-service");

  private static final String PATH = "jakarta.ws.rs.Path";

  /** {@code GET /conteos}, {@code …/llegada} and addresses of a forwarded port, without queries. */
  private static final Pattern NOMBRADA =
      Pattern.compile(
          "(?:127\\.0\\.0\\.1:808\\d|(?:GET|POST|PUT|DELETE) )(/[A-Za-z{}/-]+)|`…(/[a-z/-]+)`");

  @Test
  void everyPathThatAPageNamesIsThere() throws IOException {
    // Given
    List<Pattern> rutas = rutas();
    // When
    Set<String> perdidas = new TreeSet<>();
    int nombradas = 0;
    for (Path pagina : paginas()) {
      Matcher hallada = NOMBRADA.matcher(Files.readString(pagina));
      while (hallada.find()) {
        nombradas++;
        String ruta = hallada.group(1) == null ? ".*" + hallada.group(2) : hallada.group(1);
        if (!hay(rutas, ruta)) {
          perdidas.add(pagina.getFileName() + ": " + ruta);
        }
      }
    }
    // Then
    assertThat(nombradas).isGreaterThan(30);
    assertThat(perdidas).isEmpty();
  }

  private static boolean hay(List<Pattern> rutas, String ruta) {
    return ruta.startsWith(".*")
        ? rutas.stream().anyMatch(una -> una.pattern().endsWith(ruta.substring(2)))
        : rutas.stream().anyMatch(una -> una.matcher(ruta).matches());
  }

  /** Each with its variables as anything without a slash. */
  private static List<Pattern> rutas() {
    List<Pattern> rutas = new ArrayList<>();
    for (JavaClass recurso :
        new ClassFileImporter()
            .importPaths(
                MODULOS.stream().map(m -> RAIZ.resolve(m).resolve("target/classes")).toList())) {
      if (recurso.isAnnotatedWith(PATH)) {
        recurso
            .getMethods()
            .forEach(
                metodo ->
                    rutas.add(
                        Pattern.compile(
                            Stream.of(valor(recurso), valor(metodo))
                                .flatMap(ruta -> Stream.of(ruta.split("/")))
                                .filter(paso -> !paso.isEmpty())
                                .map(paso -> "/" + paso.replaceAll("\\{[^}]*}", "[^/]+"))
                                .collect(Collectors.joining()))));
      }
    }
    return rutas;
  }

  private static String valor(CanBeAnnotated anotado) {
    return anotado.isAnnotatedWith(PATH)
        ? anotacion(anotado).get("value").map(String::valueOf).orElse("")
        : "";
  }

  private static JavaAnnotation<?> anotacion(CanBeAnnotated anotado) {
    return anotado instanceof JavaClass clase
        ? clase.getAnnotationOfType(PATH)
        : ((JavaMethod) anotado).getAnnotationOfType(PATH);
  }

  private static List<Path> paginas() throws IOException {
    try (Stream<Path> paginas = Files.list(RAIZ.resolve("docs/runbooks"))) {
      return Stream.concat(paginas, Stream.of(RAIZ.resolve("docs/despliegue.md"))).toList();
    }
  }
}
