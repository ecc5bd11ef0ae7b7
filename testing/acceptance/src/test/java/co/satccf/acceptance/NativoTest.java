package co.satccf.acceptance;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a native executable would lack: GraalVM keeps only what it can see being used. Types of
 * resources, REST clients, entities and configuration are registered by Quarkus' extensions; what
 * we hand to Jackson beside those, or reach by name, has to be registered by us.
 */
class NativoTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  private static final List<String> MODULOS =
      List.of(
          "common/model",
          "common/stream",
          "common/identidad",
          "common/transmitter",
          "token-service",
          "afiliacion-service",
          "relacion-laboral-service",
          "novedades-service",
          "reporting-service");

  private static final JavaClasses NUESTRAS =
      new ClassFileImporter()
          .importPaths(
              MODULOS.stream().map(m -> RAIZ.resolve(m).resolve("target/classes")).toList());

  /** Libraries of services that are not Quarkus' own, and why an executable can have them. */
  private static final Map<String, String> BIBLIOTECAS =
      Map.of(
          "com.fasterxml.jackson.core:jackson-databind",
              "quarkus-jackson; what it is handed is tested here",
          "org.apache.kafka:kafka-clients",
              "quarkus-kafka-client registers what it reaches by name",
          "org.flywaydb:flyway-database-postgresql",
              "quarkus-flyway-postgresql; the migrations are its resources",
          "org.jboss.logging:jboss-logging", "quarkus-core",
          "org.bitbucket.b_c:jose4j",
              "makes its algorithms by constructor; the JDK's are asked for by our calls",
          "org.jspecify:jspecify", "annotations only",
          "org.webjars.npm:htmx.org", "files, which quarkus-vertx-http takes along",
          "org.webjars.npm:chart.js", "files, which quarkus-vertx-http takes along",
          "de.siegmar:fastcsv", "plain Java, without reflection",
          "org.dhatim:fastexcel", "plain Java, without reflection and AWT (ADR 16)");

  private static final String REGISTRADA = "io.quarkus.runtime.annotations.RegisterForReflection";
  private static final Set<String> VERBOS =
      Set.of(
          "jakarta.ws.rs.GET", "jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.DELETE");

  private static final Pattern ESCRITURA =
      Pattern.compile(
          "com\\.fasterxml\\.jackson\\.databind\\.Object(Mapper|Writer|Reader)\\."
              + "(write.*|valueToTree|writerFor|readerFor|readValue|treeToValue|convertValue)"
              + "|jakarta\\.ws\\.rs\\.core\\.Response(\\$ResponseBuilder)?\\.(entity|ok)");

  @Test
  void nothingIsReachedByName() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(nameMatching("java\\.lang\\.Class")))
                .and(target(nameMatching("forName|newInstance|getDeclaredM.*|getMethod.*"))))
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.lang\\.ClassLoader")))
                .and(target(nameMatching("loadClass"))))
        .orShould()
        .callMethodWhere(target(owner(nameMatching("java\\.util\\.ServiceLoader"))))
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.lang\\.reflect\\.(Proxy|Constructor|Method)")))
                .and(target(nameMatching("newProxyInstance|newInstance|invoke"))))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.Object(In|Out)putStream|java\\.awt\\..*")
        .check(NUESTRAS);
  }

  /** An executable has the locale of its build and the charsets that every JDK must have. */
  @Test
  void nothingAsksForALanguageOrACharset() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(nameMatching("java\\.util\\.Locale")))
                .and(target(nameMatching("of|forLanguageTag|getDefault"))))
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.nio\\.charset\\.Charset")))
                .and(target(nameMatching("forName|defaultCharset"))))
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.time\\..*")))
                .and(target(nameMatching("ofLocalized.*|getDisplayName"))))
        .check(NUESTRAS);
  }

  @Test
  void everyLibraryThatIsNotQuarkusOwnIsKnownToWork() throws Exception {
    Set<String> declaradas = new TreeSet<>();
    for (String modulo : MODULOS) {
      NodeList dependencias =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(
                      "/project/dependencies/dependency[not(scope = 'test' or scope = 'provided')]",
                      DocumentBuilderFactory.newInstance()
                          .newDocumentBuilder()
                          .parse(RAIZ.resolve(modulo).resolve("pom.xml").toFile()),
                      XPathConstants.NODESET);
      for (int i = 0; i < dependencias.getLength(); i++) {
        Element dependencia = (Element) dependencias.item(i);
        declaradas.add(texto(dependencia, "groupId") + ":" + texto(dependencia, "artifactId"));
      }
    }
    declaradas.removeIf(una -> una.startsWith("io.quarkus") || una.startsWith("co.satccf"));
    assertThat(declaradas).containsExactlyInAnyOrderElementsOf(BIBLIOTECAS.keySet());
  }

  private static String texto(Element dependencia, String campo) {
    return dependencia.getElementsByTagName(campo).item(0).getTextContent();
  }

  @Test
  void whateverJacksonIsHandedIsRegistered() {
    // Given
    Set<String> conocidas = new TreeSet<>();
    enRecursos().forEach(tipo -> alcanzar(tipo, conocidas));
    NUESTRAS.stream()
        .filter(NativoTest::registrada)
        .map(JavaClass::getName)
        .forEach(conocidas::add);
    // When
    Set<String> entregadas = new TreeSet<>();
    entregadas().forEach(tipo -> alcanzar(tipo, entregadas));
    // Then
    assertThat(entregadas).isNotEmpty();
    assertThat(conocidas).containsAll(entregadas);
  }

  @Test
  void whatResourcesShowIsInAnIndexThatQuarkusReads() {
    // Given
    Set<String> mostradas = new TreeSet<>();
    enRecursos().forEach(tipo -> alcanzar(tipo, mostradas));
    // When
    Set<String> modulos = new TreeSet<>();
    for (String tipo : mostradas) {
      Path archivo = Path.of(NUESTRAS.get(tipo).getSource().orElseThrow().getUri());
      modulos.add(RAIZ.relativize(archivo).toString().replaceFirst("/target/classes/.*", ""));
    }
    // Then: a service is indexed by its build, a library by itself
    assertThat(modulos)
        .hasSizeGreaterThan(3)
        .filteredOn(modulo -> modulo.startsWith("common/"))
        .allSatisfy(
            modulo ->
                assertThat(RAIZ.resolve(modulo).resolve("target/classes/META-INF/jandex.idx"))
                    .exists());
  }

  @Test
  void resourcesThatAreReadByNameAreDeclared() throws IOException {
    Set<String> lectores = new TreeSet<>();
    for (JavaClass clase : NUESTRAS) {
      clase.getMethodCallsFromSelf().stream()
          .filter(llamada -> llamada.getTarget().getName().startsWith("getResource"))
          .filter(llamada -> llamada.getTargetOwner().getName().startsWith("java.lang.Class"))
          .forEach(llamada -> lectores.add(clase.getName()));
    }
    assertThat(lectores)
        .containsExactly(
            "co.satccf.model.catalogo.Archivos",
            // Its resources are looked at by its own test.
            "co.satccf.stream.NativeCodecs",
            "co.satccf.stream.topicos.TopicoEscrito");
    assertThat(alcanzable("common/model", "sat-model"))
        .contains("\"co/satccf/model/catalogo/*.csv\"");
    assertThat(alcanzable("common/stream", "sat-stream"))
        .contains("\"co/satccf/stream/topicos/topicos.csv\"");
  }

  private static String alcanzable(String modulo, String artefacto) throws IOException {
    return Files.readString(
        RAIZ.resolve(modulo)
            .resolve("src/main/resources/META-INF/native-image/co.satccf")
            .resolve(artefacto)
            .resolve("reachability-metadata.json"));
  }

  /** What resource methods take and give: Quarkus registers these with all they are made of. */
  private static Stream<JavaClass> enRecursos() {
    return NUESTRAS.stream()
        .flatMap(clase -> clase.getMethods().stream())
        .filter(metodo -> VERBOS.stream().anyMatch(metodo::isAnnotatedWith))
        .flatMap(
            metodo ->
                Stream.concat(
                    metodo.getReturnType().getAllInvolvedRawTypes().stream(),
                    metodo.getParameterTypes().stream()
                        .flatMap(tipo -> tipo.getAllInvolvedRawTypes().stream())))
        .filter(NativoTest::esDeDatos);
  }

  /** Types of data that a method which calls Jackson makes, by constructor or factory, or names. */
  private static Stream<JavaClass> entregadas() {
    return NUESTRAS.stream()
        .flatMap(clase -> clase.getCodeUnits().stream())
        .filter(NativoTest::escribe)
        .flatMap(
            unidad ->
                Stream.of(
                        Stream.of(unidad.getOwner()),
                        unidad.getConstructorCallsFromSelf().stream().map(c -> c.getTargetOwner()),
                        unidad.getMethodCallsFromSelf().stream()
                            .map(JavaMethodCall::getTarget)
                            .filter(hecho -> hecho.getRawReturnType().equals(hecho.getOwner()))
                            .map(hecho -> hecho.getOwner()),
                        unidad.getReferencedClassObjects().stream()
                            .map(ReferencedClassObject::getRawType))
                    .flatMap(tipos -> tipos))
        .filter(NativoTest::esDeDatos);
  }

  private static boolean escribe(JavaCodeUnit unidad) {
    return unidad.getMethodCallsFromSelf().stream()
        .anyMatch(
            llamada ->
                ESCRITURA
                    .matcher(
                        llamada.getTargetOwner().getName() + "." + llamada.getTarget().getName())
                    .matches());
  }

  private static void alcanzar(JavaClass inicio, Set<String> alcanzadas) {
    Deque<JavaClass> pendientes = new ArrayDeque<>(List.of(inicio));
    Consumer<JavaClass> seguir =
        tipo -> {
          if (esDeDatos(tipo) && !alcanzadas.contains(tipo.getName())) {
            pendientes.add(tipo);
          }
        };
    while (!pendientes.isEmpty()) {
      JavaClass tipo = pendientes.poll();
      if (alcanzadas.add(tipo.getName())) {
        tipo.getFields().stream()
            .map(JavaField::getType)
            .flatMap(campo -> campo.getAllInvolvedRawTypes().stream())
            .forEach(seguir);
        tipo.getSubclasses().forEach(seguir);
        tipo.getMethods().stream()
            .filter(
                metodo -> metodo.isAnnotatedWith("com.fasterxml.jackson.annotation.JsonProperty"))
            .map(JavaMethod::getRawReturnType)
            .forEach(seguir);
      }
    }
  }

  /** Records and enums of ours: what else crosses a door is text, number, or a tree of Jackson. */
  private static boolean esDeDatos(JavaClass tipo) {
    return tipo.getName().startsWith("co.satccf.")
        && (tipo.isRecord()
            || tipo.isEnum()
            || (tipo.isInterface()
                && !tipo.getSubclasses().isEmpty()
                && tipo.getSubclasses().stream().allMatch(JavaClass::isRecord)));
  }

  private static boolean registrada(JavaClass tipo) {
    return tipo.isAnnotatedWith(REGISTRADA)
        || tipo.getEnclosingClass().filter(NativoTest::registrada).isPresent();
  }
}
