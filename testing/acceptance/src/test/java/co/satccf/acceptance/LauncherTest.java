package co.satccf.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./sat} as a person uses it: its options, its files, and that it leaves nothing behind. */
@Order(Integer.MAX_VALUE)
class LauncherTest {

  private static final List<String> CUENTAS =
      List.of(
          "publicados",
          "repetidos",
          "cuarentena",
          "corregidos",
          "aceptados",
          "aceptadosConAlerta",
          "glosados",
          "enEspera",
          "inciertos",
          "porConfirmar",
          "retirados",
          "sustituidos",
          "perdidos",
          "dobles",
          "segundos",
          "tokensPedidos");

  private static final List<String> ESTADOS = CUENTAS.subList(4, 12);

  @TempDir private Path carpeta;

  @Test
  void demoPublishesJudgesWritesItsFilesAndLeavesNothing() throws IOException {
    // Given
    Path informe = carpeta.resolve("informe.json");
    Path libro = carpeta.resolve("libro.ndjson");
    Path registros = carpeta.resolve("registros");
    // When
    try (Lanzador sat =
        Lanzador.iniciar(
            carpeta,
            "demo",
            "--eventos=100",
            "--salir",
            "--informe=" + informe,
            "--libro=" + libro,
            "--registros=" + registros)) {
      sat.esperar("Todo listo");
      Map<String, URI> direcciones = sat.direcciones();
      int estado = sat.estado();
      // Then
      assertThat(estado).as(sat.salida()).isZero();
      JsonNode resumen = RegistroAMano.JSON.readTree(informe.toFile());
      assertThat(resumen.path("publicados").asInt()).isEqualTo(100);
      balances(resumen);
      writtenForEachRequest(libro, resumen);
      assertThat(registros)
          .isDirectoryContaining(archivo -> archivo.endsWith("kafka.log"))
          .isDirectoryContaining(archivo -> archivo.endsWith("ministerio.log"));
      for (String servicio :
          List.of(
              "token-service",
              "afiliacion-service",
              "relacion-laboral-service",
              "novedades-service",
              "reporting-service")) {
        assertThat(registros.resolve(servicio + ".log")).content().contains("started in");
      }
      sat.nadaQueda(direcciones);
    }
  }

  /** All the counts of issue 2 are there, and nothing published is missing from them. */
  private static void balances(JsonNode resumen) {
    for (String cuenta : CUENTAS) {
      assertThat(resumen.path(cuenta).isNumber()).as(cuenta).isTrue();
    }
    assertThat(resumen.path("servicios")).hasSize(7);
    for (JsonNode servicio : resumen.path("servicios")) {
      for (String cuenta : CUENTAS) {
        assertThat(servicio.path(cuenta).isNumber()).as("servicios: %s", cuenta).isTrue();
      }
    }
    assertThat(resumen.path("perdidos").asInt()).isZero();
    assertThat(resumen.path("dobles").asInt()).isZero();
    int conCuenta =
        resumen.path("repetidos").asInt()
            + resumen.path("incorporados").asInt()
            + resumen.path("cuarentena").asInt()
            + resumen.path("corregidos").asInt()
            + resumen.path("correccionesSinAplicar").asInt()
            + ESTADOS.stream().mapToInt(estado -> resumen.path(estado).asInt()).sum();
    assertThat(conCuenta).isEqualTo(resumen.path("publicados").asInt());
    for (String estado : ESTADOS) {
      int juntos =
          StreamSupport.stream(resumen.path("servicios").spliterator(), false)
              .mapToInt(servicio -> servicio.path(estado).asInt())
              .sum();
      assertThat(juntos).as(estado).isEqualTo(resumen.path(estado).asInt());
    }
  }

  private static void writtenForEachRequest(Path libro, JsonNode resumen) throws IOException {
    List<String> lineas = Files.readAllLines(libro);
    assertThat(lineas).isNotEmpty();
    int aceptadas = 0;
    for (String linea : lineas) {
      JsonNode pedido = RegistroAMano.leer(linea);
      assertThat(resumen.path("servicios").has(pedido.path("servicio").asText())).isTrue();
      assertThat(pedido.path("clientId").asText()).matches("[0-9a-f]{32}");
      assertThat(RegistroAMano.leer(pedido.path("cuerpo").asText()).isObject()).isTrue();
      assertThat(Instant.parse(pedido.path("instante").asText())).isBefore(Instant.now());
      String codigo = pedido.path("codigo").asText();
      aceptadas += codigo.equals("200") || codigo.startsWith("AN") ? 1 : 0;
    }
    assertThat(aceptadas)
        .isEqualTo(resumen.path("aceptados").asInt() + resumen.path("aceptadosConAlerta").asInt());
  }

  @Test
  void aFileWithBadLinesIsPublishedAsItIsAndCtrlCLeavesNothing() throws IOException {
    // Given two good lines, the first of them once more, and three that nobody can read
    RegistroAMano primera = aMano("AfiliacionPrimeraVez");
    RegistroAMano otra = aMano("AfiliacionNoPrimeraVez");
    Path hechos = carpeta.resolve("hechos.ndjson");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(primera.linea());
    bytes.write("\r\n\n{\"specversion\": \"1.0\"\nesto no es JSON\n".getBytes(ISO_8859_1));
    bytes.write("{\"id\":\"\u00ff\u00fe\"}\n".getBytes(ISO_8859_1));
    bytes.write(primera.linea());
    bytes.write('\n');
    bytes.write(otra.linea());
    Files.write(hechos, bytes.toByteArray());
    Path informe = carpeta.resolve("informe.json");
    // When
    try (Lanzador sat =
        Lanzador.iniciar(carpeta, "demo", "--archivo=" + hechos, "--informe=" + informe)) {
      sat.esperar("Ctrl-C detiene todo");
      // Then
      JsonNode resumen = RegistroAMano.JSON.readTree(informe.toFile());
      balances(resumen);
      assertThat(resumen.path("publicados").asInt()).isEqualTo(6);
      assertThat(resumen.path("cuarentena").asInt()).isEqualTo(3);
      assertThat(resumen.path("repetidos").asInt()).isEqualTo(1);
      assertThat(resumen.path("aceptados").asInt() + resumen.path("aceptadosConAlerta").asInt())
          .isEqualTo(2);
      // When
      Map<String, URI> direcciones = sat.direcciones();
      assertThat(sat.procesos()).hasSizeGreaterThanOrEqualTo(8);
      sat.interrumpir();
      // Then
      assertThat(sat.estado()).isEqualTo(130);
      assertThat(sat.salida()).contains("Deteniendo");
      sat.nadaQueda(direcciones);
    }
  }

  @Test
  void aKilledLauncherLeavesNothingOfAPlatformThatWasPublishedTo() throws IOException {
    // Given a platform that is on
    RegistroAMano primera = aMano("AfiliacionPrimeraVez");
    Path hechos = carpeta.resolve("hechos.ndjson");
    Files.write(hechos, primera.linea());
    try (Lanzador sat = Lanzador.iniciar(carpeta, "up")) {
      sat.esperar("Ctrl-C detiene todo");
      Map<String, URI> direcciones = sat.direcciones();
      // When a file is published to it
      try (Lanzador publicar = Lanzador.iniciar(carpeta, "publicar", hechos.toString())) {
        assertThat(publicar.estado()).as(publicar.salida()).isZero();
        assertThat(publicar.salida()).contains("Publicados 1 hechos", "sat.afiliacion");
      }
      // Then the Ministry gets it
      ControlDelMinisterio ministerio =
          ControlDelMinisterio.en(String.valueOf(direcciones.get("ministerio-control")));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> ministerio.libro("AfiliacionPrimeraVez").size() == 1);
      // When
      sat.matar();
      // Then
      sat.nadaQueda(direcciones);
      try (Lanzador publicar = Lanzador.iniciar(carpeta, "publicar", hechos.toString())) {
        assertThat(publicar.estado()).isEqualTo(3);
        assertThat(publicar.salida()).contains("arránquela", "./sat up");
      }
    }
  }

  @Test
  void ctrlCWhileThePlatformStartsLeavesNothing() {
    // Given
    try (Lanzador sat = Lanzador.iniciar(carpeta, "up")) {
      sat.esperar("los servicios…");
      assertThat(sat.procesos()).isNotEmpty();
      // When
      sat.interrumpir();
      // Then
      assertThat(sat.estado()).isEqualTo(130);
      sat.nadaQueda(Map.of());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "volar                              | no conozco «volar»",
        "demo --evento 5                    | no conozco «--evento",
        "demo --informe no-hay/informe.json | no existe esa carpeta"
      })
  void aWrongCommandLineEndsWith2AndSaysWhatIsWrong(String argumentos, String mensaje) {
    try (Lanzador sat = Lanzador.iniciar(carpeta, argumentos.split(" "))) {
      assertThat(sat.estado()).isEqualTo(2);
      assertThat(sat.salida()).contains("sat: ", mensaje);
      sat.nadaQueda(Map.of());
    }
  }

  private static RegistroAMano aMano(String servicio) {
    return RegistroAMano.todos().stream()
        .filter(r -> r.esperado().filter(e -> e.servicio().equals(servicio)).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
