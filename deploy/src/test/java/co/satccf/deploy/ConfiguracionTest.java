package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import co.satccf.identidad.IdentidadConfig;
import co.satccf.reporting.config.ReportingConfig;
import io.quarkus.agroal.runtime.DataSourcesJdbcRuntimeConfig;
import io.quarkus.datasource.runtime.DataSourcesRuntimeConfig;
import io.quarkus.flyway.runtime.FlywayRuntimeConfig;
import io.quarkus.logging.json.runtime.JsonLogConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfigBuilder;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the chart hands to a service is read by the service's own mappings: nothing unknown, nothing
 * missing.
 */
class ConfiguracionTest {

  private static final Caso CON_TODO =
      Caso.con(
          "con todo",
          """
          cronograma:
            Desafiliacion: {apertura: "2027-01-04T08:00", cierre: "2027-06-30T18:00", ventana: "06:00-22:00", rezago: {"1": "2027-02-01T08:00"}}
          plazos: {Desafiliacion: 2}
          festivos: ["2027-01-02"]
          contratos: {reglas: {EstadoPagoEmpleador.numeroRadicado.nombre: radicado}, catalogos: catalogos}
          informes:
            aprobacion: AUTOMATICA
            programa: {conteo-semanal: "0 0 6 ? * THU"}
            destinatarios: {conteo-semanal: [sat@minsalud.example, gerencia@ccf.example]}
          trazas: {activo: true, muestra: 0.1}
          consola:
            activa: true
            oidc: {proveedor: "https://entrada.ccf.example/realms/ccf", cliente: sat, existingSecret: entrada}
            proxies: [10.244.0.0/16, 192.0.2.7]
            ingress: {activo: true}
          correo: {host: smtp.ccf.example, remitente: sat@ccf.example, existingSecret: correo}
          identidad: {consulta: ["system:serviceaccount:erp:erp"]}
          red: {proxies: [10.244.0.0/16, "fd00::/8"]}
          comun:
            configuracion: {sat.entorno: preproduccion}
          """);

  static Stream<Arguments> configuraciones() {
    return Stream.concat(Stream.of(Caso.POR_OMISION, CON_TODO), Caso.ejemplos().stream())
        .flatMap(caso -> Chart.SERVICIOS.stream().map(servicio -> Arguments.of(caso, servicio)));
  }

  @ParameterizedTest
  @MethodSource("configuraciones")
  void everyPropertyIsReadByTheService(Caso caso, String servicio) {
    SmallRyeConfig config = leer(caso, servicio, Map.of());
    assertThat(config.getConfigMapping(IdentidadConfig.class).emisores()).isNotEmpty();
  }

  @Test
  void aPropertyThatNobodyReadsIsFound() {
    assertThatThrownBy(
            () -> leer(Caso.POR_OMISION, "afiliacion-service", Map.of("sat.cupos.techo", "8")))
        .hasMessageContaining("sat.cupos.techo");
  }

  @ParameterizedTest
  @MethodSource("configuraciones")
  void whatIsForKafkaOrQuarkusIsKnownThere(Caso caso, String servicio) {
    assertThat(Chart.propiedades(caso, servicio).keySet())
        .allSatisfy(
            nombre -> {
              if (nombre.startsWith("kafka.")) {
                assertThat(nombre.substring("kafka.".length()))
                    .matches(
                        propiedad ->
                            ConsumerConfig.configNames().contains(propiedad)
                                && ProducerConfig.configNames().contains(propiedad));
              } else {
                // leer() refuses what is unknown below these.
                assertThat(nombre)
                    .matches(
                        "config_ordinal|(sat|quarkus\\.(http|log|management|datasource|flyway|mailer|oidc|otel|tls))\\..*");
              }
            });
  }

  @Test
  void overridesArriveWhereTheyAreRead() {
    // Given, When
    SmallRyeConfig config = leer(CON_TODO, "novedades-service", Map.of());
    var sat = config.getConfigMapping(co.satccf.transmitter.config.SatConfig.class);
    // Then
    assertThat(sat.contrato().reglas())
        .containsEntry("EstadoPagoEmpleador.numeroRadicado.nombre", "radicado");
    assertThat(sat.cronograma())
        .hasEntrySatisfying(
            "Desafiliacion",
            cronograma -> assertThat(cronograma.rezago()).containsEntry(1, "2027-02-01T08:00"));
    assertThat(sat.plazo()).containsEntry("Desafiliacion", 2);
    assertThat(sat.entorno().valor()).isEqualTo("preproduccion");
  }

  @Test
  void theConsoleSignsPeopleInWithSecretsThatReplicasShare() {
    // Given
    Objeto deployment = Chart.uno(CON_TODO, "Deployment", "reporting-service");
    // When
    Map<String, String> propiedades = Chart.propiedades(CON_TODO, "reporting-service");
    // Then
    assertThat(propiedades)
        .containsEntry("sat.consola.activa", "true")
        .containsEntry("quarkus.oidc.auth-server-url", "https://entrada.ccf.example/realms/ccf")
        .containsEntry("quarkus.oidc.client-id", "sat")
        .containsEntry("quarkus.http.proxy.trusted-proxies", "10.244.0.0/16,192.0.2.7")
        .doesNotContainKeys(
            "quarkus.oidc.credentials.secret",
            "quarkus.oidc.token-state-manager.encryption-secret");
    assertThat(deployment.contenedor().path("env"))
        .filteredOn(v -> v.path("name").asText().startsWith("QUARKUS_OIDC_"))
        .extracting(
            v -> v.path("name").asText(),
            v -> v.at("/valueFrom/secretKeyRef/name").asText(),
            v -> v.at("/valueFrom/secretKeyRef/key").asText())
        .containsExactlyInAnyOrder(
            tuple("QUARKUS_OIDC_CREDENTIALS_SECRET", "entrada", "secreto"),
            tuple("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", "entrada", "sesion"));
  }

  @Test
  void aConsoleThatIsOffNeedsNoProvider() {
    assertThat(Chart.propiedades(Caso.POR_OMISION, "reporting-service").keySet())
        .noneMatch(nombre -> nombre.startsWith("quarkus.oidc.") || nombre.contains("consola"));
    assertThat(
            Chart.uno(Caso.POR_OMISION, "Deployment", "reporting-service").contenedor().toString())
        .doesNotContain("OIDC");
  }

  @Test
  void refusesAConsoleThatWouldSendPeopleBackToHttp() {
    Caso caso = Caso.con("sin proxies", "consola: {activa: true, ingress: {activo: true}}");
    assertThatThrownBy(() -> Chart.rendir(caso)).hasMessageContaining("consola.proxies");
  }

  @Test
  void aTransmitterIsKnownToTokenServiceByItsServiceAccount() {
    // Given
    Objeto deployment = Chart.uno(Caso.POR_OMISION, "Deployment", "relacion-laboral-service");
    // When
    String sujeto =
        Chart.propiedades(Caso.POR_OMISION, "token-service")
            .get("sat.identidad.emisores.cluster.sujetos.tokens-de-relacion-laboral");
    // Then
    assertThat(sujeto)
        .isEqualTo(
            "system:serviceaccount:%s:%s"
                .formatted(Chart.ESPACIO, deployment.pod().path("serviceAccountName").asText()));
    assertThat(deployment.pod().at("/volumes/1/projected/sources").toString())
        .contains("\"audience\":\"token-service\"");
  }

  @Test
  void everyFileThatAServiceReadsIsMounted() {
    for (String servicio : Chart.SERVICIOS) {
      // Given
      List<String> carpetas =
          Chart.uno(CON_TODO, "Deployment", servicio)
              .contenedor()
              .path("volumeMounts")
              .findValuesAsText("mountPath");
      SmallRyeConfig config = leer(CON_TODO, servicio, Map.of());
      // When: those the chart says, and those that are a mapping's default
      List<String> archivos =
          StreamSupport.stream(config.getPropertyNames().spliterator(), false)
              .filter(nombre -> nombre.matches("(sat|kafka|quarkus\\.tls)\\..*"))
              .map(nombre -> String.valueOf(config.getConfigValue(nombre).getValue()))
              .filter(valor -> valor.startsWith("/"))
              .toList();
      // Then
      assertThat(archivos)
          .isNotEmpty()
          .allSatisfy(ruta -> assertThat(carpetas).as(servicio).anyMatch(ruta::startsWith));
    }
  }

  @Test
  void withoutUploadsNoRingIsAskedFor() {
    Caso caso = Caso.con("sin cargas", "cargas: {activas: false}");
    assertThat(Chart.propiedades(caso, "reporting-service")).doesNotContainKey("sat.llavero");
    assertThat(Chart.uno(caso, "Deployment", "reporting-service").yaml().toString())
        .doesNotContain("llavero");
    assertThat(Chart.propiedades(caso, "token-service")).containsKey("sat.llavero");
  }

  private static SmallRyeConfig leer(Caso caso, String servicio, Map<String, String> ademas) {
    Map<String, String> propiedades = new HashMap<>(Chart.propiedades(caso, servicio));
    propiedades.putAll(ademas);
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withDefaultValue("quarkus.application.name", servicio)
            // What Quarkus itself sets.
            .withDefaultValue("quarkus.http.host", "0.0.0.0")
            .withDefaultValue("quarkus.management.host", "0.0.0.0")
            .withDefaultValue("java.io.tmpdir", "/tmp")
            .withMapping(mapping(servicio))
            .withMapping(IdentidadConfig.class)
            .withMapping(DataSourcesRuntimeConfig.class)
            .withMapping(DataSourcesJdbcRuntimeConfig.class)
            .withMapping(FlywayRuntimeConfig.class)
            .withMapping(JsonLogConfig.class)
            .withMapping(MailersRuntimeConfig.class)
            .withMapping(OidcConfig.class)
            .withMapping(OTelRuntimeConfig.class)
            .withMapping(OtlpExporterRuntimeConfig.class)
            .withMapping(TlsConfig.class)
            .withMapping(VertxHttpConfig.class)
            .withMapping(ManagementConfig.class)
            .withSources(new PropertiesConfigSource(propiedades, "chart", 250))
            .withSources(new EnvConfigSource(variables(caso, servicio), 300));
    // The defaults of what an exporter's signals share.
    return new OtlpExporterConfigBuilder().configBuilder(builder).build();
  }

  /** The mounted secrets as a service sees them; of each, a value of its form. */
  private static Map<String, String> variables(Caso caso, String servicio) {
    Map<String, String> variables = new TreeMap<>();
    Chart.uno(caso, "Deployment", servicio)
        .contenedor()
        .path("env")
        .forEach(
            variable ->
                variables.put(
                    variable.path("name").asText(),
                    variable.has("value") ? variable.path("value").asText() : "0".repeat(64)));
    return variables;
  }

  private static Class<?> mapping(String servicio) {
    return switch (servicio) {
      case "token-service" -> co.satccf.token.config.SatConfig.class;
      case "reporting-service" -> ReportingConfig.class;
      default -> co.satccf.transmitter.config.SatConfig.class;
    };
  }
}
