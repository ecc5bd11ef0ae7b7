package co.satccf.transmitter.validaciones;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static co.satccf.transmitter.Eventos.estadoPago;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.respuesta.Veredicto;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.transmitter.Eventos;
import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.dispatch.Banco;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ValidacionesTest {

  private static final String NDJSON = "application/x-ndjson";

  private final HttpClient http = HttpClient.newHttpClient();

  @Inject Banco banco;
  @Inject ObjectMapper json;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1, 2);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void tellsWhatWouldHappenToOneEventAndStoresNothing() throws Exception {
    // When
    HttpResponse<String> respuesta =
        post("application/cloudevents+json", desafiliacion("e1", "1", 1, "2026-11-10").bytes());
    // Then
    assertThat(respuesta.statusCode()).isEqualTo(200);
    assertThat(json.readTree(respuesta.body()))
        .isEqualTo(
            json.readTree(
                """
                {"linea":1,"resultado":"SE_ENVIARIA","servicio":"Desafiliacion","radicado":"1","glosas":[],
                 "advertencias":[],"bloqueo":null,"motivos":[]}
                """));
    assertThat(
            banco.valor(
                """
                select (select count(*) from reporte) + (select count(*) from evento)
                  + (select count(*) from salida) + (select count(*) from cuarentena)
                """))
        .isEqualTo("0");
  }

  @Test
  void tellsForEachLineWhatTheLinesBeforeItWouldHaveLeft() throws Exception {
    List<JsonNode> lineas =
        validar(
            desafiliacion("e1", "1", 1, "2026-11-10"),
            desafiliacion("e2", "2", 1, "2026-11-11"),
            desafiliacion("e3", "3", 3, "2026-11-10"),
            desafiliacion("e4", "4", 2, "2026-11-10").con("pazYSalvo", "TAL VEZ"),
            desafiliacion("e1", "1", 1, "2026-11-10"),
            desafiliacion("e1", "1", 1, "2026-11-12"),
            desafiliacion("e7", "1", 1, "2026-11-10"),
            desafiliacion("e8", "1", 1, "2026-11-12"),
            incorporado("e9", 3),
            desafiliacion("e10", "10", 3, "2026-11-10"),
            estadoPago("e11", "901", 2, "2026-11-20T12:00:00Z"),
            estadoPago("e12", "902", 2, "2026-11-19T12:00:00Z"));
    assertThat(lineas)
        .extracting(ValidacionesTest::resumen)
        .containsExactly(
            "1 SE_ENVIARIA",
            "2 BLOQUEADO REPORTE_ANTERIOR",
            // The register counts for the whole batch, as it does in intake.
            "3 SE_ENVIARIA",
            "4 GLOSADO GE31",
            "5 REPETIDO EVENTO_REPETIDO",
            "6 CUARENTENA EVENTO_REPETIDO_CON_OTRO_CONTENIDO",
            "7 REPETIDO RADICADO_REPETIDO",
            "8 CUARENTENA RADICADO_EN_CONFLICTO",
            "9 REGISTRO",
            "10 BLOQUEADO REPORTE_ANTERIOR",
            "11 SE_ENVIARIA",
            "12 SUSTITUIDO");
    assertThat(lineas.get(3).at("/glosas/0/campo").asText()).isEqualTo("pazSalvo");
  }

  @Test
  void remembersTheLinesOfEarlierBatches() throws Exception {
    // Given more lines than a batch has between two that concern each other
    List<byte[]> lineas = new ArrayList<>();
    lineas.add(desafiliacion("e1", "1", 1, "2026-11-10").bytes());
    lineas.add(incorporado("e2", 3).bytes());
    lineas.add(estadoPago("e3", "901", 2, "2026-11-20T12:00:00Z").bytes());
    lineas.add(desafiliacion("e4", "4", 4, "2026-11-10").bytes());
    for (int i = 0; i < 600; i++) {
      lineas.add("no es json".getBytes(StandardCharsets.UTF_8));
    }
    for (Evento evento :
        List.of(
            desafiliacion("e1", "1", 1, "2026-11-10"),
            desafiliacion("e6", "1", 1, "2026-11-10"),
            desafiliacion("e7", "7", 1, "2026-11-11"),
            desafiliacion("e8", "8", 3, "2026-11-10"),
            estadoPago("e9", "902", 2, "2026-11-19T12:00:00Z"),
            desafiliacion("e10", "10", 1, "2026-11-10").corrige("1"),
            desafiliacion("e11", "1", 1, "2026-11-10").corrige("99"))) {
      lineas.add(evento.bytes());
    }
    // When
    List<JsonNode> resultados = validar(lineas);
    // Then
    assertThat(resultados.subList(604, resultados.size()))
        .extracting(ValidacionesTest::resumen)
        .containsExactly(
            "605 REPETIDO EVENTO_REPETIDO",
            "606 REPETIDO RADICADO_REPETIDO",
            "607 BLOQUEADO REPORTE_ANTERIOR",
            "608 SE_ENVIARIA",
            "609 SUSTITUIDO",
            "610 CORRECCION CORRECCION_APLICABLE",
            "611 CORRECCION CORRECCION_SIN_ORIGINAL");
  }

  @Test
  void asksTheStore() throws Exception {
    // Given one accepted, one that waits, and one in flight
    banco.recibir(desafiliacion("e1", "1", 1, "2026-11-10"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), new Veredicto.Aceptado("200", "Recibido"));
    banco.recibir(desafiliacion("e2", "2", 2, "2026-11-10"));
    banco.reclamarUno(DESAFILIACION);
    banco.recibir(desafiliacion("e3", "3", 2, "2026-11-11"));
    banco.recibir(estadoPago("e4", "904", 2, "2026-11-19T12:00:00Z"));
    // When, Then
    assertThat(
            validar(
                desafiliacion("e1", "1", 1, "2026-11-10"),
                desafiliacion("e5", "5", 1, "2026-11-10"),
                desafiliacion("e6", "6", 2, "2026-11-12"),
                desafiliacion("e7", "1", 1, "2026-11-12").corrige("1"),
                desafiliacion("e8", "2", 2, "2026-11-12").corrige("2"),
                desafiliacion("e9", "1", 2, "2026-11-12").corrige("3"),
                estadoPago("e10", "9010", 2, "2026-11-20T12:00:00Z")))
        .extracting(ValidacionesTest::resumen)
        .containsExactly(
            "1 REPETIDO EVENTO_REPETIDO",
            "2 BLOQUEADO POSIBLE_DUPLICADO",
            "3 BLOQUEADO REPORTE_ANTERIOR",
            "4 CORRECCION CORRECCION_EN_BANDEJA",
            "5 CORRECCION CORRECCION_EN_ESPERA",
            "6 CORRECCION CORRECCION_RADICADO_OCUPADO",
            "7 SE_ENVIARIA");
  }

  @Test
  void countsBlankLinesAndSetsAsideWhatCannotBeRead() throws Exception {
    // Given a blank line, one that ends as Windows does, one that is too long, and no last end of
    // line
    String larga = "{\"data\":\"" + "x".repeat(300_000) + "\"}";
    String cuerpo =
        Stream.of(
                "",
                new String(
                        desafiliacion("e2", "2", 1, "2026-11-10").bytes(), StandardCharsets.UTF_8)
                    + "\r",
                larga,
                "{",
                "[]")
            .collect(Collectors.joining("\n"));
    // When, Then
    assertThat(lineas(post(NDJSON, cuerpo.getBytes(StandardCharsets.UTF_8))))
        .extracting(ValidacionesTest::resumen)
        .containsExactly(
            "2 SE_ENVIARIA",
            "3 CUARENTENA EVENTO_DESMEDIDO",
            "4 CUARENTENA JSON_ILEGIBLE",
            "5 CUARENTENA NO_ES_OBJETO");
  }

  @Test
  void saysNoValueOfTheData() throws Exception {
    HttpResponse<String> respuesta =
        post(NDJSON, desafiliacion("e1", "1", 1, "2026-11-10").con("pazYSalvo", "SECRETO").bytes());
    assertThat(respuesta.body()).contains("GE31").doesNotContain("SECRETO", Eventos.nit(1));
  }

  @Test
  void refusesMoreThanAHundredThousandLines() throws Exception {
    HttpResponse<String> respuesta =
        post(NDJSON, "?\n".repeat(100_001).getBytes(StandardCharsets.UTF_8));
    problema(respuesta, 413, "CONTENIDO_DESMEDIDO");
    assertThat(lineas(post(NDJSON, "?\n".repeat(100_000).getBytes(StandardCharsets.UTF_8))))
        .hasSize(100_000);
  }

  @Test
  void refusesMoreThan512MiBBeforeReadingThem() throws Exception {
    try (Socket socket = abrir("Content-Length: " + (512L * 1024 * 1024 + 1))) {
      assertThat(primeraLinea(socket)).contains("413");
    }
  }

  @Test
  void goesNotOnWithHttp2WhoseFirstBodyNobodyHoldsBack() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest pregunta =
          HttpRequest.newBuilder(aqui().resolve("/validaciones"))
              .header("Content-Type", NDJSON)
              .POST(HttpRequest.BodyPublishers.ofString("?"))
              .build();
      assertThat(client.send(pregunta, HttpResponse.BodyHandlers.discarding()).version())
          .isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void stopsWhenTheCallerGoesAndTakesOneAtATime() throws Exception {
    // Given a caller that has not sent everything
    try (Socket socket = abrir("Transfer-Encoding: chunked")) {
      socket.getOutputStream().write("4\r\n?\n?\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      await().untilAsserted(() -> assertThat(enCurso()).isEqualTo("1.0"));
      // When another one comes
      problema(post(NDJSON, new byte[] {'?'}), 429, "DEMASIADAS_SOLICITUDES");
    }
    // Then the work ends with the connection
    await().untilAsserted(() -> assertThat(enCurso()).isEqualTo("0.0"));
    assertThat(post(NDJSON, new byte[] {'?'}).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoEvent() throws Exception {
    problema(post(NDJSON, new byte[0]), 400, "SOLICITUD_INCORRECTA");
    problema(post(NDJSON, new byte[] {'\n'}), 400, "SOLICITUD_INCORRECTA");
    problema(post("application/json", new byte[0]), 400, "SOLICITUD_INCORRECTA");
    problema(post("text/plain", new byte[] {'?'}), 415, "FORMATO_NO_ADMITIDO");
  }

  private static URI aqui() {
    return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
  }

  private static Evento incorporado(String id, int empleador) {
    return new Evento(
        id,
        "co.satccf.afiliacion.empleador-incorporado.v1",
        "",
        "2026-11-20T12:00:00Z",
        null,
        """
        {"empleador":{"documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0"},"departamento":"05","fecha":"2020-01-01"}\
        """
            .formatted(Eventos.nit(empleador)));
  }

  private static String resumen(JsonNode linea) {
    return Stream.of("/linea", "/resultado", "/glosas/0/codigo", "/bloqueo", "/motivos/0/codigo")
        .map(linea::at)
        .filter(JsonNode::isValueNode)
        .filter(valor -> !valor.isNull())
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }

  private List<JsonNode> validar(Evento... eventos) throws Exception {
    return validar(Stream.of(eventos).map(Evento::bytes).toList());
  }

  private List<JsonNode> validar(List<byte[]> lineas) throws Exception {
    String cuerpo =
        lineas.stream()
            .map(linea -> new String(linea, StandardCharsets.UTF_8) + "\n")
            .collect(Collectors.joining());
    return lineas(post(NDJSON, cuerpo.getBytes(StandardCharsets.UTF_8)));
  }

  private List<JsonNode> lineas(HttpResponse<String> respuesta) throws IOException {
    assertThat(respuesta.statusCode()).isEqualTo(200);
    assertThat(respuesta.headers().firstValue("Content-Type").orElse("")).startsWith(NDJSON);
    List<JsonNode> lineas = new ArrayList<>();
    for (String linea : respuesta.body().split("\n")) {
      lineas.add(json.readTree(linea));
    }
    return lineas;
  }

  private void problema(HttpResponse<String> respuesta, int estado, String codigo)
      throws IOException {
    assertThat(respuesta.statusCode()).isEqualTo(estado);
    assertThat(respuesta.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json.readTree(respuesta.body()).path("codigo").asText()).isEqualTo(codigo);
  }

  private HttpResponse<String> post(String tipo, byte[] cuerpo)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(aqui().resolve("/validaciones"))
            .header("Content-Type", tipo)
            .header("Authorization", "Bearer " + IdentidadDePrueba.administrador())
            .POST(HttpRequest.BodyPublishers.ofByteArray(cuerpo))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Socket abrir(String cabecera) throws IOException {
    Socket socket = new Socket(aqui().getHost(), aqui().getPort());
    socket
        .getOutputStream()
        .write(
            "POST /validaciones HTTP/1.1\r\nHost: aqui\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(IdentidadDePrueba.administrador(), NDJSON, cabecera)
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String primeraLinea(Socket socket) throws IOException {
    InputStream entrada = socket.getInputStream();
    StringBuilder linea = new StringBuilder();
    for (int c = entrada.read(); c >= 0 && c != '\n'; c = entrada.read()) {
      linea.append((char) c);
    }
    return linea.toString();
  }

  private static String enCurso() {
    String metricas = RestAssured.get("/q/metrics").asString();
    return metricas
        .lines()
        .filter(linea -> linea.startsWith("sat_validaciones_en_curso "))
        .map(linea -> linea.substring(linea.indexOf(' ') + 1))
        .findFirst()
        .orElse("");
  }
}
