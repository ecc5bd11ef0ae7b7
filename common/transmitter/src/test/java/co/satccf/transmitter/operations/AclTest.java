package co.satccf.transmitter.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of deploy/kafka lets each service do what docs/asyncapi.yaml says, and no more. */
class AclTest {

  private static final String MIRAR = "DescribeConfigs";
  private static final Path TABLA = Path.of("../../deploy/kafka/acl.csv");

  /** One line of the table. */
  private record Permiso(
      String principal, String operacion, String recurso, String patron, String nombre) {

    static Permiso de(String linea) {
      String[] celdas = linea.split(",", -1);
      return new Permiso(celdas[0], celdas[1], celdas[2], celdas[3], celdas[4]);
    }
  }

  @Test
  void eachReadAndWriteOfTheDocumentHasItsLineAndNoneIsLeft() throws IOException {
    // Given
    Set<Permiso> document = new HashSet<>();
    for (JsonNode channel : AsyncApi.read().channels()) {
      String topic = channel.path("address").asText();
      channel.path("x-lee").forEach(quien -> document.add(topico(quien, "Read", topic)));
      channel.path("x-escribe").forEach(quien -> document.add(topico(quien, "Write", topic)));
    }
    // When, Then
    assertThat(
            tabla().stream()
                .filter(permiso -> permiso.recurso().equals("Topic"))
                .filter(permiso -> !permiso.operacion().equals(MIRAR)))
        .containsExactlyInAnyOrderElementsOf(document);
  }

  @Test
  void eachServiceMaySeeHowTheTopicsItReadsAreSetAndNobodyElseMay() throws IOException {
    Set<Permiso> suyos =
        tabla().stream()
            .filter(permiso -> permiso.recurso().equals("Topic"))
            .filter(permiso -> permiso.operacion().equals("Read"))
            .filter(permiso -> !permiso.principal().equals("User:erp"))
            .map(p -> new Permiso(p.principal(), MIRAR, "Topic", "literal", p.nombre()))
            .collect(Collectors.toSet());
    assertThat(tabla())
        .filteredOn(permiso -> permiso.operacion().equals(MIRAR))
        .containsExactlyInAnyOrderElementsOf(suyos);
  }

  @Test
  void onlyTheErpAndUploadsMayReportToTheState() throws IOException {
    assertThat(tabla())
        .filteredOn(permiso -> permiso.operacion().equals("Write"))
        .filteredOn(
            permiso ->
                Set.of("sat.afiliacion", "sat.relacion-laboral", "sat.novedades")
                    .contains(permiso.nombre()))
        .extracting(Permiso::principal)
        .containsOnly("User:erp", "User:reporting-service")
        .hasSize(6);
  }

  @Test
  void noLineIsForAllOrForAllTopics() throws IOException {
    assertThat(tabla())
        .allSatisfy(
            permiso -> {
              assertThat(permiso.principal()).matches("User:[a-z-]+");
              assertThat(permiso.operacion()).isIn("Read", "Write", MIRAR);
              assertThat(permiso.nombre()).matches("[A-Za-z][A-Za-z_.-]*");
              if (permiso.recurso().equals("Topic")) {
                assertThat(permiso.patron()).isEqualTo("literal");
              }
            });
  }

  @Test
  void eachProducerHasATransactionalIdAndEachReaderAGroupOfItsOwn() throws IOException {
    assertThat(tabla())
        .filteredOn(permiso -> permiso.recurso().equals("TransactionalId"))
        .extracting(permiso -> permiso.principal() + " " + permiso.nombre())
        .containsExactlyInAnyOrder(
            "User:afiliacion-service sat-AFILIACION",
            "User:relacion-laboral-service sat-RELACION_LABORAL",
            "User:novedades-service sat-NOVEDADES");
    assertThat(tabla())
        .filteredOn(permiso -> permiso.recurso().equals("Group"))
        .extracting(permiso -> permiso.principal() + " " + permiso.nombre())
        .containsExactlyInAnyOrder(
            "User:erp erp-",
            "User:afiliacion-service sat-AFILIACION-",
            "User:relacion-laboral-service sat-RELACION_LABORAL-",
            "User:novedades-service sat-NOVEDADES-",
            "User:reporting-service reporting-service");
  }

  private static Permiso topico(JsonNode quien, String operacion, String topico) {
    return new Permiso(
        "User:" + quien.asText().toLowerCase(Locale.ROOT), operacion, "Topic", "literal", topico);
  }

  private static List<Permiso> tabla() throws IOException {
    return Files.readAllLines(TABLA).stream()
        .filter(linea -> !linea.isBlank() && !linea.startsWith("#"))
        .skip(1)
        .map(Permiso::de)
        .collect(Collectors.toUnmodifiableList());
  }
}
