package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may talk to whom: what the configuration of a service names, and nothing else. */
class RedTest {

  private static final int DNS = 53;

  static Stream<Arguments> servicios() {
    return Stream.concat(
            Stream.of(
                Caso.POR_OMISION,
                Caso.con("con trazas", "trazas: {activo: true}"),
                Caso.con(
                    "con consola",
                    "consola: {activa: true, oidc: {proveedor: 'https://entrada.example:8443/r'}}")),
            Caso.ejemplos().stream())
        .flatMap(caso -> Chart.SERVICIOS.stream().map(servicio -> Arguments.of(caso, servicio)));
  }

  @ParameterizedTest
  @MethodSource("servicios")
  void allowsTheWaysOutThatTheConfigurationNeeds(Caso caso, String servicio) {
    // Given
    Set<Integer> necesarios = new TreeSet<>(Set.of(DNS));
    Chart.propiedades(caso, servicio)
        .forEach((nombre, valor) -> necesarios.addAll(puertos(nombre, valor)));
    // When
    Set<Integer> permitidos = new TreeSet<>();
    politica(caso, servicio)
        .at("/spec/egress")
        .forEach(regla -> regla.path("ports").forEach(p -> permitidos.add(p.path("port").asInt())));
    // Then
    assertThat(permitidos).isEqualTo(necesarios);
  }

  @Test
  void noWayOutIsOpenToAllOnAllPorts() {
    for (String servicio : Chart.SERVICIOS) {
      assertThat(politica(Caso.POR_OMISION, servicio).at("/spec/egress"))
          .allSatisfy(
              regla -> {
                assertThat(regla.path("to")).isNotEmpty();
                assertThat(regla.path("ports")).isNotEmpty();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("servicios")
  void onlyTheMinistrysPortIsOpenToTheInternet(Caso caso, String servicio) {
    int delMinisterio = puerto(URI.create("https://miseguridadsocial.gov.co:8062"));
    assertThat(politica(caso, servicio).at("/spec/egress"))
        .filteredOn(
            regla ->
                regla.path("to").findValuesAsText("cidr").stream().anyMatch("0.0.0.0/0"::equals))
        .allSatisfy(
            regla ->
                assertThat(regla.path("ports").findValuesAsText("port"))
                    .containsExactly(String.valueOf(delMinisterio)));
  }

  @ParameterizedTest
  @CsvSource({
    "apiServer, API de Kubernetes",
    "personas, emisor de las personas",
    "correo, correo",
    "trazas, recolector"
  })
  void refusesAWayOutThatNobodySaidWhereItGoes(String destino, String dicho) {
    Caso caso =
        Caso.con(
            "sin " + destino,
            "{correo: {host: smtp.ccf.example}, trazas: {activo: true}, red: {%s: []}}"
                .formatted(destino));
    assertThatThrownBy(() -> Chart.rendir(caso))
        .hasMessageContaining("red." + destino)
        .hasMessageContaining(dicho);
  }

  /** To Kubernetes an empty list of peers is everybody. */
  @ParameterizedTest
  @ValueSource(strings = {"dns", "postgresql", "kafka", "ministerio", "prometheus"})
  void nobodyIsNotEverybody(String destino) {
    Caso caso = Caso.con("sin " + destino, "red: {%s: []}".formatted(destino));
    assertThatThrownBy(() -> Chart.rendir(caso)).hasMessageContaining(destino);
  }

  @Test
  void theClustersDnsMayListenElsewhere() {
    Caso caso = Caso.con("OpenShift", "red: {dnsPuertos: [5353]}");
    for (String componente : List.of("token-service", "token-service-migracion")) {
      assertThat(politica(caso, componente).at("/spec/egress/0/ports").findValuesAsText("port"))
          .containsExactly("5353", "5353");
    }
  }

  @Test
  void whoeverBringsPersonsToTheConsoleMayComeIn() {
    Caso caso =
        Caso.con(
            "consola",
            "consola: {activa: true, proxies: [192.0.2.7], httpRoute: {activo: true, gateway: {namespace: puertas}}}");
    assertThat(politica(caso, "reporting-service").at("/spec/ingress"))
        .anySatisfy(
            regla -> {
              assertThat(regla.at("/ports/0/port").asText()).isEqualTo("http");
              assertThat(regla.path("from").findValuesAsText("kubernetes.io/metadata.name"))
                  .contains("puertas");
            });
  }

  @Test
  void theConsoleAsksTokenServiceToo() {
    Caso caso = Caso.con("consola", "consola: {activa: true}");
    assertThat(llamadores(caso, "token-service")).contains("reporting-service");
    assertThat(
            politica(caso, "reporting-service")
                .at("/spec/egress")
                .findValuesAsText("app.kubernetes.io/component"))
        .contains("token-service");
    assertThat(Chart.propiedades(caso, "reporting-service"))
        .containsEntry("sat.token.url", "http://sat-token-service:8080");
  }

  @Test
  void tokenServiceIsReachedByTheThreeTransmittersAndTheyByWhoCounts() {
    assertThat(llamadores("token-service"))
        .containsExactlyInAnyOrder(
            "afiliacion-service", "relacion-laboral-service", "novedades-service");
    assertThat(llamadores("afiliacion-service")).containsExactly("reporting-service");
    assertThat(llamadores("reporting-service")).isEmpty();
  }

  @Test
  void theManagementPortIsForPrometheusAlone() {
    for (String servicio : Chart.SERVICIOS) {
      List<JsonNode> deGestion =
          stream(politica(Caso.POR_OMISION, servicio).at("/spec/ingress"))
              .filter(regla -> regla.at("/ports/0/port").asText().equals("gestion"))
              .toList();
      assertThat(deGestion).hasSize(1);
      assertThat(deGestion.getFirst().at("/from/0/namespaceSelector/matchLabels").toString())
          .contains("monitoring");
    }
  }

  @Test
  void aMigrationReachesItsDatabaseOnly() {
    JsonNode politica = politica(Caso.POR_OMISION, "token-service-migracion");
    assertThat(politica.at("/spec/egress").findValuesAsText("port"))
        .containsExactly("53", "53", "5432");
    assertThat(politica.at("/spec").has("ingress")).isFalse();
  }

  private static List<String> llamadores(String servicio) {
    return llamadores(Caso.POR_OMISION, servicio);
  }

  private static List<String> llamadores(Caso caso, String servicio) {
    return stream(politica(caso, servicio).at("/spec/ingress"))
        .filter(regla -> regla.at("/ports/0/port").asText().equals("http"))
        .flatMap(
            regla -> regla.path("from").findValuesAsText("app.kubernetes.io/component").stream())
        .toList();
  }

  private static JsonNode politica(Caso caso, String componente) {
    return Chart.uno(caso, "NetworkPolicy", componente).yaml();
  }

  private static Set<Integer> puertos(String propiedad, String valor) {
    if (propiedad.equals("kafka.bootstrap.servers")) {
      return Set.of(Integer.parseInt(valor.substring(valor.lastIndexOf(':') + 1)));
    }
    if (propiedad.equals("quarkus.mailer.port")) {
      return Set.of(Integer.parseInt(valor));
    }
    if (propiedad.equals("quarkus.datasource.jdbc.url")) {
      return Set.of(puerto(URI.create(valor.substring("jdbc:".length()))));
    }
    if (propiedad.endsWith(".llaves") && valor.startsWith("https://kubernetes.default")) {
      // The port of the service, and that of the nodes behind it.
      return Set.of(443, 6443);
    }
    boolean direccion =
        propiedad.endsWith(".url")
            || propiedad.endsWith(".auth-server-url")
            || propiedad.endsWith(".llaves")
            || propiedad.endsWith(".endpoint");
    return direccion ? Set.of(puerto(URI.create(valor))) : Set.of();
  }

  private static int puerto(URI direccion) {
    return direccion.getPort() != -1 ? direccion.getPort() : 443;
  }

  private static Stream<JsonNode> stream(JsonNode lista) {
    return lista.valueStream();
  }
}
