package co.satccf.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of dependencies of CONTRIBUTING.md, over the compiled classes of every module. */
class ArchitectureTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  /** A module, its package, and the packages of ours it may use besides its own. */
  enum Modulo {
    MODEL("common/model", "model"),
    STREAM("common/stream", "stream"),
    IDENTIDAD("common/identidad", "identidad", "model"),
    TRANSMITTER("common/transmitter", "transmitter", "model", "stream", "identidad"),
    AFILIACION("afiliacion-service", "afiliacion", "transmitter", "model", "stream", "identidad"),
    RELACION_LABORAL(
        "relacion-laboral-service", "relacionlaboral", "transmitter", "model", "stream"),
    NOVEDADES("novedades-service", "novedades", "transmitter", "model", "stream"),
    TOKEN("token-service", "token", "model", "identidad"),
    REPORTING("reporting-service", "reporting", "model", "stream", "identidad"),
    SANDBOX("testing/sandbox", "sandbox", "model");

    private final Path clases;
    private final String nombre;
    private final String[] permitidos;

    Modulo(String carpeta, String nombre, String... usa) {
      this.clases = RAIZ.resolve(carpeta).resolve("target/classes");
      this.nombre = nombre;
      this.permitidos =
          Stream.concat(Stream.of(nombre), Arrays.stream(usa))
              .map(Modulo::paquete)
              .toArray(String[]::new);
    }

    private static String paquete(String nombre) {
      return "co.satccf." + nombre + "..";
    }

    String paquete() {
      return paquete(nombre);
    }
  }

  private static final JavaClasses CLASES =
      new ClassFileImporter()
          .importPaths(Arrays.stream(Modulo.values()).map(modulo -> modulo.clases).toList());

  private static final Set<String> VERBOS =
      Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
          .map("jakarta.ws.rs."::concat)
          .collect(Collectors.toUnmodifiableSet());

  private static final DescribedPredicate<JavaMethod> ARE_DOORS =
      describe(
          "answer a request",
          method ->
              method.getAnnotations().stream()
                  .anyMatch(annotation -> VERBOS.contains(annotation.getRawType().getName())));

  @ParameterizedTest
  @EnumSource
  void everyClassFileOfTheModuleIsRead(Modulo modulo) throws IOException {
    // ArchUnit skips what it cannot parse; a rule over nothing would hold.
    try (Stream<Path> archivos = Files.walk(modulo.clases)) {
      long compiladas =
          archivos
              .map(archivo -> archivo.getFileName().toString())
              .filter(archivo -> archivo.endsWith(".class"))
              .filter(archivo -> !archivo.equals("module-info.class"))
              .count();
      assertThat(compiladas).isPositive();
      assertThat(CLASES.that(resideInAPackage(modulo.paquete())).size())
          .isEqualTo((int) compiladas);
    }
  }

  @ParameterizedTest
  @EnumSource
  void usesOnlyTheModulesOfItsRowInTheTable(Modulo modulo) {
    noClasses()
        .that()
        .resideInAPackage(modulo.paquete())
        .should()
        .dependOnClassesThat(
            resideInAPackage("co.satccf..").and(resideOutsideOfPackages(modulo.permitidos)))
        .check(CLASES);
  }

  @ParameterizedTest
  @EnumSource
  void hasNoCyclesBetweenItsFeatures(Modulo modulo) {
    slices()
        .matching("co.satccf." + modulo.nombre + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASES);
  }

  @Test
  void theSimulatedMinistryKnowsNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage("co.satccf.sandbox.ministerio..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("co.satccf..")
                .and(resideOutsideOfPackages("co.satccf.sandbox.ministerio..")))
        .check(CLASES);
  }

  @Test
  void theModelNeedsNoFramework() {
    classes()
        .that()
        .resideInAPackage("co.satccf.model..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "co.satccf.model..",
                "java..",
                "javax.crypto..",
                "com.fasterxml.jackson.core..",
                "com.fasterxml.jackson.databind..",
                "org.jspecify.."))
        .check(CLASES);
  }

  @Test
  void theStreamNeedsNoFramework() {
    classes()
        .that()
        .resideInAPackage("co.satccf.stream..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "co.satccf.stream..",
                "java..",
                "javax.sql..",
                "org.apache.kafka..",
                // A facade over whatever logs, no framework.
                "org.jboss.logging..",
                "org.jspecify.."))
        .check(CLASES);
  }

  @Test
  void whatIsDeployedNeverPrintsNorLogsAroundItsLogger() {
    noClasses()
        .that()
        .resideOutsideOfPackage("co.satccf.sandbox..")
        .should(ACCESS_STANDARD_STREAMS)
        .orShould(USE_JAVA_UTIL_LOGGING)
        .check(CLASES);
  }

  @Test
  void everyDoorSaysWhichRoleItAsks() {
    methods()
        .that()
        .areDeclaredInClassesThat(
            resideOutsideOfPackages("co.satccf.sandbox..").and(not(INTERFACES)))
        .and(ARE_DOORS)
        .should()
        .beAnnotatedWith("co.satccf.identidad.Requiere")
        .check(CLASES);
  }
}
