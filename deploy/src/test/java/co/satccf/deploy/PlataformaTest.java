package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the chart asks of Strimzi, CloudNativePG and External Secrets is what the tables and the
 * services say.
 */
class PlataformaTest {

  private static final Caso TODO =
      Caso.con(
          "con plataforma",
          """
          strimzi: {activo: true}
          cloudNativePG: {activo: true}
          externalSecrets: {activo: true}
          """);

  /** Kafka's cluster in the namespace of this release. */
  private static final Caso KAFKA_AQUI =
      Caso.con(
          "con Kafka aquí",
          """
          strimzi: {activo: true, namespace: ''}
          cloudNativePG: {activo: true}
          externalSecrets: {activo: true}
          """);

  @Test
  void theUsersOfKafkaMayDoWhatTheTableSays() throws IOException {
    // Given
    Set<String> tabla =
        filas("acl.csv").stream()
            .map(f -> String.join(" ", f[0], f[1], f[2], f[3], f[4]))
            .collect(Collectors.toCollection(TreeSet::new));
    // When
    Set<String> rendido = new TreeSet<>();
    for (Objeto usuario : de("KafkaUser")) {
      usuario
          .yaml()
          .at("/spec/authorization/acls")
          .forEach(
              acl ->
                  rendido.add(
                      "User:%s %s %s %s %s"
                          .formatted(
                              usuario.nombre(),
                              acl.at("/operations/0").asText(),
                              mayuscula(acl.at("/resource/type").asText()),
                              acl.at("/resource/patternType").asText().replace("prefix", "prefijo"),
                              acl.at("/resource/name").asText())));
    }
    // Then
    assertThat(rendido).isEqualTo(tabla);
  }

  @Test
  void theTopicsAreThoseOfTheTable() throws IOException {
    Set<String> tabla =
        filas("topicos.csv").stream()
            .map(f -> "%s %s %s %s".formatted(f[0], f[1], f[2], milisegundos(f[3])))
            .collect(Collectors.toSet());
    assertThat(de("KafkaTopic"))
        .extracting(
            t ->
                "%s %s %s %s"
                    .formatted(
                        t.nombre(),
                        t.yaml().at("/spec/partitions").asText(),
                        t.yaml().at("/spec/config/cleanup.policy").asText(),
                        t.yaml().at("/spec/config/retention.ms").asText()))
        .containsExactlyInAnyOrderElementsOf(tabla);
  }

  @Test
  void everyDatabaseHasItsOwnerAndIsTheOneItsServiceConnectsTo() {
    Set<String> roles =
        Set.copyOf(
            de("Cluster").getFirst().yaml().at("/spec/managed/roles").findValuesAsText("name"));
    for (Objeto base : de("Database")) {
      assertThat(roles).contains(base.yaml().at("/spec/owner").asText());
      assertThat(Chart.propiedades(TODO, base.componente()).get("quarkus.datasource.jdbc.url"))
          .contains("/%s?".formatted(base.yaml().at("/spec/name").asText()));
    }
    assertThat(de("Database")).hasSize(Chart.SERVICIOS.size());
  }

  static List<Caso> conTresOperadores() {
    return Stream.concat(
            Stream.of(TODO, KAFKA_AQUI),
            Caso.ejemplos().stream().filter(caso -> caso.nombre().equals("grande.yaml")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("conTresOperadores")
  void everySecretThatAPodNamesIsMadeByOneAlone(Caso caso) {
    // Given
    Set<String> nombrados =
        Chart.rendir(caso).stream()
            .filter(Objeto::esCargaDeTrabajo)
            .flatMap(
                carga ->
                    Stream.concat(
                        carga.contenedor().findValues("secretKeyRef").stream()
                            .map(r -> r.path("name").asText()),
                        carga.pod().findValuesAsText("secretName").stream()))
            .collect(Collectors.toSet());
    // When
    List<String> hechos =
        Chart.rendir(caso).stream().flatMap(PlataformaTest::secretosQueHace).toList();
    // Then
    assertThat(hechos).doesNotHaveDuplicates().containsAll(nombrados);
  }

  /** Secrets of this release's namespace that an operator makes of one object. */
  private static Stream<String> secretosQueHace(Objeto objeto) {
    return switch (objeto.clase()) {
      case "ExternalSecret" -> Stream.of(objeto.yaml().at("/spec/target/name").asText());
      case "KafkaUser" -> objeto.estaEn(Chart.ESPACIO) ? Stream.of(objeto.nombre()) : Stream.of();
      // Beside the cluster, which stands where its topics do.
      case "KafkaTopic" ->
          objeto.nombre().equals("sat.resultados") && objeto.estaEn(Chart.ESPACIO)
              ? Stream.of(
                  objeto.yaml().at("/metadata/labels/strimzi.io~1cluster").asText()
                      + "-cluster-ca-cert")
              : Stream.of();
      case "Cluster" ->
          Stream.of("-ca", "-server", "-replication", "-app", "-superuser")
              .map(fin -> objeto.nombre() + fin);
      default -> Stream.of();
    };
  }

  @Test
  void whatIsForStrimziStandsWhereTheClusterIsThatTheServicesConnectTo() {
    String servidores =
        Chart.propiedades(TODO, "afiliacion-service").get("kafka.bootstrap.servers");
    assertThat(Chart.rendir(TODO))
        .filteredOn(o -> Set.of("KafkaTopic", "KafkaUser").contains(o.clase()))
        .isNotEmpty()
        .allSatisfy(
            o ->
                assertThat(servidores)
                    .contains(".%s.svc:".formatted(o.yaml().at("/metadata/namespace").asText())));
  }

  @Test
  void whatStrimziMakesElsewhereIsBroughtFromThere() {
    assertThat(de("ExternalSecret"))
        .filteredOn(o -> o.yaml().at("/spec/secretStoreRef/name").asText().equals("kafka"))
        .extracting(Objeto::nombre, o -> o.yaml().at("/spec/dataFrom/0/extract/key").asText())
        .containsExactlyInAnyOrder(
            tuple("afiliacion-service", "afiliacion-service"),
            tuple("relacion-laboral-service", "relacion-laboral-service"),
            tuple("novedades-service", "novedades-service"),
            tuple("reporting-service", "reporting-service"),
            tuple("kafka-cluster-ca-cert", "kafka-cluster-ca-cert"));
  }

  @Test
  void whatHoldsDataOutlivesTheRelease() {
    assertThat(Chart.rendir(TODO))
        .filteredOn(
            o ->
                Set.of("KafkaTopic", "KafkaUser", "Cluster", "Database", "ExternalSecret")
                    .contains(o.clase()))
        .isNotEmpty()
        .allSatisfy(
            o ->
                assertThat(o.yaml().at("/metadata/annotations/helm.sh~1resource-policy").asText())
                    .isEqualTo("keep"));
  }

  @Test
  void withoutUploadsReportingServiceMayWriteNoTopic() {
    Caso sinCargas =
        Caso.con(
            "con plataforma y sin cargas",
            """
            strimzi: {activo: true}
            cargas: {activas: false}
            """);
    assertThat(operaciones(TODO, "reporting-service")).contains("Read", "Write");
    assertThat(operaciones(sinCargas, "reporting-service"))
        .contains("Read")
        .doesNotContain("Write");
    assertThat(operaciones(sinCargas, "afiliacion-service")).contains("Write");
  }

  private static List<String> operaciones(Caso caso, String usuario) {
    return Chart.rendir(caso).stream()
        .filter(o -> o.clase().equals("KafkaUser"))
        .filter(o -> o.yaml().at("/metadata/name").asText().equals(usuario))
        .flatMap(o -> o.yaml().at("/spec/authorization/acls").findValues("operations").stream())
        .flatMap(operaciones -> StreamSupport.stream(operaciones.spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private static List<Objeto> de(String clase) {
    return Chart.rendir(TODO).stream().filter(o -> o.clase().equals(clase)).toList();
  }

  private static List<String[]> filas(String tabla) throws IOException {
    return Files.readAllLines(Path.of("kafka", tabla)).stream()
        .filter(linea -> !linea.isBlank() && !linea.startsWith("#"))
        .skip(1)
        .map(linea -> linea.split(",", -1))
        .toList();
  }

  private static long milisegundos(String dias) {
    return dias.equals("siempre") ? -1 : Long.parseLong(dias) * 86_400_000;
  }

  private static String mayuscula(String tipo) {
    return Character.toUpperCase(tipo.charAt(0)) + tipo.substring(1);
  }
}
