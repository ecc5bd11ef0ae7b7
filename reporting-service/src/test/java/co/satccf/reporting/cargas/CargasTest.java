package co.satccf.reporting.cargas;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.model.huella.Sha256;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.cargas.Topico.Registro;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.infra.Topicos;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CargasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOJA =
      """
      radicado;empleador.documento.tipo;empleador.documento.numero;estadoPago
      1;NI;900000001;1
      2;NI;900000002;2
      """;

  private static final String TOKEN = IdentidadDePrueba.persona("luz", UsuarioDeArena.OPERADOR);

  @Inject Resultados base;
  @Inject DataSource database;
  @Inject Cofre cofre;
  @Inject Trozos trozos;
  @Inject Publicacion publicacion;
  @Inject Limpieza limpieza;
  @Inject Productores productores;

  private EnsayosFalsos familias;

  @BeforeEach
  void open() throws Exception {
    familias = new EnsayosFalsos();
  }

  @AfterEach
  void close() {
    familias.close();
    base.ejecutar("UPDATE carga SET estado = 'CANCELADA' WHERE estado = 'PUBLICANDO'");
  }

  @Test
  void tellsLineByLineWhatIsWrongBeforeAnythingIsPublished() {
    // Given: a good line, a blank one, a broken contract, no JSON, an unknown type, a repetition,
    // no employer
    var archivo =
        String.join(
            "\n",
            Hechos.pago(1, "1"),
            "",
            Hechos.pago(2, "9"),
            "{\"type\":",
            "{\"type\":\"co.satccf.otro.v1\",\"data\":{}}",
            Hechos.pago(1, "1"),
            "{\"type\":\"%s\",\"radicado\":\"7\",\"data\":{}}".formatted(Hechos.PAGO));
    try (var topico = new Topico(Topicos.NOVEDADES)) {
      // When
      var id = revisada(archivo);
      // Then
      una(id)
          .body("carga.lineas", equalTo(6))
          .body("carga.erradas", equalTo(4))
          .body("resultados.CUARENTENA", equalTo(3))
          .body("resultados.GLOSADO", equalTo(1))
          .body("resultados.REPETIDO", equalTo(1));
      hallazgos(id)
          .body("linea", equalTo(List.of(3, 4, 5, 6, 7)))
          .body("notas[0].codigo", equalTo(List.of("LOC03")))
          .body("notas[0].campo", equalTo(List.of("estadoPago")))
          .body("notas[1].codigo", equalTo(List.of("JSON_ILEGIBLE")))
          .body("notas[2].codigo", hasItem("TIPO_DESCONOCIDO"))
          .body("notas[4].codigo", equalTo(List.of("SIN_EMPLEADOR")))
          .body("errada", equalTo(List.of(true, true, true, false, true)));
      assertThat(topico.leer()).isEmpty();
    }
  }

  @Test
  void tellsHowFarALookIsBeforeTheFamilyAnswers() {
    // Given a family that answers, as they do, when it has read the last line
    var puedeResponder = familias.retener();
    var archivo = Hechos.pago(1, "1") + "\n" + Hechos.pago(2, "1");
    // When
    int id = subir("a.ndjson", "", archivo.getBytes(UTF_8)).extract().<Integer>path("id");
    // Then
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> una(id).extract().path("carga.revisadas").equals(2));
      una(id).body("carga.estado", equalTo("REVISANDO"));
    } finally {
      puedeResponder.countDown();
    }
    hasta(id, "REVISADA");
  }

  @Test
  void asksTheFamiliesInTheNameOfWhoUploads() {
    // When
    var id = revisada(Hechos.pago(1, "1") + "\n" + incorporado("", "900000001"));
    // Then
    assertThat(familias.preguntas())
        .containsExactlyInAnyOrder(
            "/novedades/validaciones Bearer " + TOKEN, "/afiliacion/validaciones Bearer " + TOKEN);
    una(id).body("carga.creadaPor", equalTo("luz")).body("carga.erradas", equalTo(0));
  }

  @Test
  void publishesTheGoodLinesInTheirOrderUnderTheEmployersKey() throws Exception {
    // Given
    var archivo = String.join("\n", Hechos.pago(1, "1"), Hechos.pago(2, "9"), Hechos.pago(8, "2"));
    var id = revisada(archivo);
    try (var topico = new Topico(Topicos.NOVEDADES)) {
      // When
      publicar(id, "{}").statusCode(409).body("detail", containsString("errores en 1 línea:"));
      publicar(id, "{\"sinErradas\":true}").statusCode(200);
      publicacion.publicarLoQueHaya();
      // Then
      una(id).body("carga.estado", equalTo("PUBLICADA")).body("carga.publicadas", equalTo(2));
      var registros = topico.leer();
      assertThat(registros)
          .extracting(Registro::llave)
          .containsExactly("NI-900000001-0", "NI-900000001-0");
      var evento = JSON.readTree(registros.getFirst().valor());
      assertThat(evento.path("id").asText()).isEqualTo(Sha256.hex(archivo) + "-1");
      assertThat(evento.path("source").asText()).isEqualTo("/sat-ccf/cargas");
      assertThat(evento.path("specversion").asText()).isEqualTo("1.0");
      assertThat(evento.path("time").asText()).isNotEmpty();
      assertThat(evento.path("radicado").asText()).isEqualTo("1");
      assertThat(evento.path("tiporezago").asInt()).isEqualTo(2);
      assertThat(registros).extracting(r -> radicado(r)).containsExactly("1", "8");
    }
  }

  @Test
  void publishesAnEventThatIsWholeByteForByte() throws Exception {
    // Given
    var evento =
        incorporado(
            "\"specversion\":\"1.0\",\"id\":\"x1\",\"source\":\"/erp\",\"time\":\"2026-01-02T03:04:05Z\",",
            "900000003");
    var id = revisada(evento);
    try (var topico = new Topico(Topicos.AFILIACION)) {
      // When
      publicar(id, "{}").statusCode(200);
      publicacion.publicarLoQueHaya();
      // Then
      assertThat(topico.leer()).containsExactly(new Registro("NI-900000003-0", evento));
    }
  }

  @Test
  void makesTheSameEventsOfTheSameFileUploadedAgain() throws Exception {
    try (var topico = new Topico(Topicos.NOVEDADES)) {
      // When
      for (int vez = 0; vez < 2; vez++) {
        publicar(revisada(Hechos.pagos(3)), "{}").statusCode(200);
      }
      publicacion.publicarLoQueHaya();
      // Then
      var ids = topico.leer().stream().map(CargasTest::id).toList();
      assertThat(ids).hasSize(6);
      assertThat(new HashSet<>(ids)).hasSize(3);
    }
  }

  @Test
  void goesOnInMidFileAfterAKillAndMakesNoNewEvents() throws Exception {
    // Given: a file of five pieces, whose publisher dies when the third is on Kafka already
    var id = revisada(Hechos.pagos(2_200));
    publicar(id, "{}").statusCode(200);
    try (var topico = new Topico(Topicos.NOVEDADES)) {
      assertThat(muere(3)).isTrue();
      una(id).body("carga.estado", equalTo("PUBLICANDO")).body("carga.publicadas", equalTo(1_000));
      // When another replica looks before the lease is over, and after
      publicacion.publicarLoQueHaya();
      una(id).body("carga.publicadas", equalTo(1_000));
      base.ejecutar("UPDATE carga SET arriendo_hasta = now() WHERE id = " + id);
      publicacion.publicarLoQueHaya();
      // Then
      una(id).body("carga.estado", equalTo("PUBLICADA")).body("carga.publicadas", equalTo(2_200));
      var registros = topico.leer();
      assertThat(registros).hasSize(2_700);
      assertThat(registros.stream().map(CargasTest::id).distinct()).hasSize(2_200);
      assertThat(primerasDe(registros, "NI-900000003-0")).isSorted();
    }
  }

  @Test
  @Timeout(60)
  void waitsForKafkaAndSaysSo() throws Exception {
    // Given
    var id = revisada(Hechos.pagos(400));
    publicar(id, "{}").statusCode(200);
    var sinKafka =
        new Publicacion(
            database,
            cofre,
            trozos,
            new Productores(
                Map.of(
                    "bootstrap.servers",
                    "127.0.0.1:1",
                    "max.block.ms",
                    "500",
                    "delivery.timeout.ms",
                    "1500",
                    "request.timeout.ms",
                    "1000")));
    // When
    sinKafka.publicarLoQueHaya();
    // Then
    una(id)
        .body("carga.estado", equalTo("PUBLICANDO"))
        .body("carga.motivo", containsString("Kafka no responde"));
  }

  @Test
  void waitsForTheRingAndSaysSo() throws Exception {
    // Given
    var id = revisada(Hechos.pagos(3));
    publicar(id, "{}").statusCode(200);
    var sinLlavero = new Cofre(Optional.empty());
    // When
    new Publicacion(database, sinLlavero, new Trozos(database, sinLlavero), productores)
        .publicarLoQueHaya();
    // Then
    una(id)
        .body("carga.estado", equalTo("PUBLICANDO"))
        .body("carga.motivo", containsString("falta el llavero"));
  }

  @Test
  void stopsWhenItIsCancelledAndForgetsTheContent() throws Exception {
    // Given
    var id = revisada(Hechos.pagos(1_200));
    publicar(id, "{}").statusCode(200);
    muere(2);
    // When
    hacer(id, "cancelacion").statusCode(200).body("estado", equalTo("CANCELADA"));
    base.ejecutar("UPDATE carga SET arriendo_hasta = now() WHERE id = " + id);
    publicacion.publicarLoQueHaya();
    // Then
    una(id).body("carga.publicadas", equalTo(500)).body("carga.estado", equalTo("CANCELADA"));
    assertThat(guardado(id)).isEmpty();
    hacer(id, "cancelacion").statusCode(409);
    hacer(id, "revision").statusCode(409);
    publicar(id, "{}").statusCode(409);
  }

  @Test
  void countsThePieceThatWasOnItsWayWhenItWasCancelled() throws Exception {
    // Given: it is cancelled when the second piece is on Kafka already
    var id = revisada(Hechos.pagos(1_200));
    publicar(id, "{}").statusCode(200);
    var alVaciar =
        alVaciar(
            2, () -> hacer(id, "cancelacion").statusCode(200).body("publicadas", equalTo(500)));
    try (var topico = new Topico(Topicos.NOVEDADES)) {
      // When
      new Publicacion(database, cofre, trozos, alVaciar).publicarLoQueHaya();
      // Then
      assertThat(topico.leer()).hasSize(1_000);
    }
    una(id)
        .body("carga.estado", equalTo("CANCELADA"))
        .body("carga.publicadas", equalTo(1_000))
        .body("historia[-1].detalle", containsString("1.000 publicadas"));
    assertThat(guardado(id)).isEmpty();
  }

  @Test
  void keepsTheContentEncryptedUntilItIsPublished() throws Exception {
    // Given
    var id = revisada(Hechos.pagos(3));
    assertThat(guardado(id)).hasSize(1);
    assertThat(lineas(id)).hasSize(3);
    var otra = revisada(Hechos.pagos(3));
    // When a piece is put where another one was
    base.ejecutar(
        "UPDATE carga_trozo SET contenido = (SELECT contenido FROM carga_trozo WHERE carga = %d) WHERE carga = %d"
            .formatted(otra, id));
    publicar(id, "{}").statusCode(200);
    publicacion.publicarLoQueHaya();
    // Then it does not open
    una(id).body("carga.motivo", containsString("Lo guardado no abre"));
    // When
    publicar(otra, "{}").statusCode(200);
    publicacion.publicarLoQueHaya();
    // Then
    una(otra).body("carga.estado", equalTo("PUBLICADA"));
    assertThat(guardado(otra)).isEmpty();
  }

  @Test
  void forgetsWhatNobodyPublishedInTime() throws Exception {
    // Given
    var id = revisada(Hechos.pago(1, "9"));
    base.ejecutar("UPDATE carga SET creada = now() - interval '8 days' WHERE id = " + id);
    // When
    limpieza.limpiar();
    // Then
    una(id).body("carga.estado", equalTo("VENCIDA")).body("resultados.GLOSADO", equalTo(1));
    assertThat(guardado(id)).isEmpty();
    publicar(id, "{}").statusCode(409);
    // When
    base.ejecutar("UPDATE carga SET cambiada = now() - interval '8 days' WHERE id = " + id);
    limpieza.limpiar();
    // Then
    una(id).body("resultados.size()", equalTo(0)).body("historia.size()", equalTo(4));
  }

  @Test
  void forgetsTheContentInTimeHoweverFarItIs() throws Exception {
    // Given: one that cannot be published, and one that somebody had looked at again just now
    var atascada = revisada(Hechos.pagos(3));
    publicar(atascada, "{}").statusCode(200);
    var mirada = revisada(Hechos.pagos(3));
    base.ejecutar(
        "UPDATE carga SET creada = now() - interval '8 days' WHERE id IN (%d, %d)"
            .formatted(atascada, mirada));
    // When
    limpieza.limpiar();
    publicacion.publicarLoQueHaya();
    // Then
    for (var id : List.of(atascada, mirada)) {
      una(id).body("carga.estado", equalTo("VENCIDA")).body("carga.publicadas", equalTo(0));
      assertThat(guardado(id)).isEmpty();
    }
    una(atascada).body("carga.motivo", containsString("No se alcanzó a publicar todo"));
    una(mirada).body("carga.motivo", nullValue());
  }

  @Test
  void cleansWhatNoOtherReplicaIsAt() throws Exception {
    // Given
    var suya = revisada(Hechos.pagos(3));
    var otra = revisada(Hechos.pagos(3));
    base.ejecutar(
        "UPDATE carga SET creada = now() - interval '8 days' WHERE id IN (%d, %d)"
            .formatted(suya, otra));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT FROM carga WHERE id = " + suya + " FOR UPDATE");
      // When
      limpieza.limpiar();
      connection.rollback();
    }
    // Then
    una(suya).body("carga.estado", equalTo("REVISADA"));
    una(otra).body("carga.estado", equalTo("VENCIDA"));
  }

  @Test
  void isLookedAtAgainWhenAFamilyWasAway() {
    // Given
    familias.responderCon(503);
    var id =
        subir("hechos.ndjson", "", Hechos.pago(1, "1").getBytes(UTF_8))
            .extract()
            .<Integer>path("id");
    hasta(id, "POR_REVISAR");
    una(id).body("carga.motivo", equalTo("El servicio de novedades respondió 503"));
    publicar(id, "{}").statusCode(409);
    // When
    familias.responderCon(200);
    hacer(id, "revision").statusCode(200);
    // Then
    hasta(id, "REVISADA");
    una(id).body("carga.motivo", equalTo(null));
  }

  @Test
  void keepsWhoDidWhatWithWhichFile() throws Exception {
    // Given
    var id = revisada(Hechos.pagos(3));
    // When
    publicar(id, "{}").statusCode(200);
    publicacion.publicarLoQueHaya();
    // Then
    una(id)
        .body(
            "historia.estado",
            equalTo(List.of("POR_REVISAR", "REVISANDO", "REVISADA", "PUBLICANDO", "PUBLICADA")))
        .body("historia.quien", equalTo(List.of("luz", "luz", "sistema", "luz", "sistema")))
        .body("historia[0].detalle", containsString("hechos.ndjson: 3 líneas, SHA-256 "));
  }

  static Stream<Arguments> hojas() {
    return Stream.of(
        Arguments.of("semicolons", HOJA),
        Arguments.of("commas", HOJA.replace(';', ',')),
        Arguments.of("a mark", "\uFEFF" + HOJA),
        Arguments.of("line ends of Windows", HOJA.replace("\n", "\r\n")),
        Arguments.of("no last line end", HOJA.strip()),
        Arguments.of("quotes", HOJA.replace("900000001", "\"900000001\"")),
        Arguments.of("an empty row", HOJA.replace("2;NI", ";;;\n\n2;NI")),
        Arguments.of(
            "paths as the schemas write them", HOJA.replace("empleador.", "data.empleador.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hojas")
  void readsASheetWith(String que, String hoja) throws Exception {
    // When
    var id = revisada("hoja.csv", Hechos.PAGO, hoja.getBytes(UTF_8));
    una(id).body("carga.lineas", equalTo(2)).body("carga.erradas", equalTo(0));
    // Then
    var evento = JSON.readTree(lineas(id).getLast().evento());
    assertThat(evento.path("type").asText()).isEqualTo(Hechos.PAGO);
    assertThat(evento.path("radicado").asText()).isEqualTo("2");
    assertThat(evento.path("data").path("empleador").path("documento").path("numero").asText())
        .isEqualTo("900000002");
    assertThat(evento.path("data").path("estadoPago").asText()).isEqualTo("2");
  }

  @Test
  void tellsTheLineOfASheetThatHasAnotherNumberOfCells() {
    var id =
        revisada(
            "hoja.csv", Hechos.PAGO, (HOJA + "3;NI;900000003\n4;NI;900000004;7\n").getBytes(UTF_8));
    hallazgos(id)
        .body("linea", equalTo(List.of(4, 5)))
        .body("notas[0].codigo", equalTo(List.of("COLUMNAS")))
        .body("notas[1].codigo", equalTo(List.of("LOC03")));
  }

  static Stream<Arguments> rechazados() {
    var libro = new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0};
    return Stream.of(
        Arguments.of("es un libro de Excel", Hechos.PAGO, libro),
        Arguments.of(
            "La línea 3 no está en UTF-8; parece Latin-1",
            Hechos.PAGO,
            HOJA.replace("2;NI", "ñ;NI").getBytes(ISO_8859_1)),
        Arguments.of("UTF-16", Hechos.PAGO, HOJA.getBytes(UTF_16)),
        Arguments.of("está comprimido", Hechos.PAGO, new byte[] {0x1f, (byte) 0x8b, 8}),
        Arguments.of("no es de texto", Hechos.PAGO, (HOJA + "\0").getBytes(UTF_8)),
        Arguments.of("El archivo está vacío", Hechos.PAGO, new byte[0]),
        Arguments.of("El archivo está vacío", Hechos.PAGO, "\n\n".getBytes(UTF_8)),
        Arguments.of(
            "no trae ningún hecho",
            Hechos.PAGO,
            HOJA.lines().findFirst().orElseThrow().getBytes(UTF_8)),
        Arguments.of("diga de qué clase de hecho es", "", HOJA.getBytes(UTF_8)),
        Arguments.of("diga de qué clase de hecho es", "otra", HOJA.getBytes(UTF_8)),
        Arguments.of(
            "La columna «estado» no es de",
            Hechos.PAGO,
            HOJA.replace("estadoPago", "estado").getBytes(UTF_8)),
        Arguments.of("La columna «…» no es de", Hechos.PAGO, "1;NI;900000001;1\n".getBytes(UTF_8)),
        Arguments.of(
            "La columna «radicado» viene dos veces",
            Hechos.PAGO,
            HOJA.replace("estadoPago", "radicado").getBytes(UTF_8)),
        Arguments.of(
            "le falta la columna «radicado»",
            Hechos.PAGO,
            "empleador.documento.tipo;empleador.documento.numero\nNI;900000001\n".getBytes(UTF_8)),
        Arguments.of(
            "comillas sin cerrar", Hechos.PAGO, HOJA.replace("2;NI", "\"2\"x;NI").getBytes(UTF_8)),
        Arguments.of(
            "La línea 1 pasa de 256 KiB", "", ("{" + " ".repeat(300_000)).getBytes(UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rechazados")
  void refusesAFileAndKeepsNothingOfIt(String detalle, String tipo, byte[] archivo) {
    var antes = base.consultar("SELECT count(*) FROM carga");
    subir("algo.csv", tipo, archivo)
        .statusCode(400)
        .body("codigo", equalTo("ARCHIVO_RECHAZADO"))
        .body("detail", containsString(detalle));
    assertThat(base.consultar("SELECT count(*) FROM carga")).isEqualTo(antes);
  }

  static Stream<Arguments> desmedidos() {
    return Stream.of(
        Arguments.of("El archivo pasa de 4 MiB", (HOJA + "3;NI;9;1\n".repeat(600_000))),
        Arguments.of("más de 5.000 hechos", HOJA + "3;NI;9;1\n".repeat(5_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("desmedidos")
  void refusesAFileThatIsTooLargeInWordsThatArrive(String detalle, String archivo) {
    var antes = base.consultar("SELECT count(*) FROM carga");
    subir("algo.csv", Hechos.PAGO, archivo.getBytes(UTF_8))
        .statusCode(413)
        .body("codigo", equalTo("ARCHIVO_DESMEDIDO"))
        .body("detail", containsString(detalle));
    assertThat(base.consultar("SELECT count(*) FROM carga")).isEqualTo(antes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tmp/carpeta/hechos.csv|hechos.csv",
        "C:\\Mis documentos\\hechos.csv|hechos.csv",
        "<script>alert(1)</script>.csv|script>.csv",
        "''|sin nombre"
      })
  void keepsTheNameOfAFileAlone(String nombre, String guardado) {
    assertThat(NombreDeArchivo.de(nombre)).isEqualTo(guardado);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/{id}/revision", "/{id}/publicacion", "/{id}/cancelacion"})
  void letsOnlyAnOperatorChangeAnything(String ruta) {
    var id = revisada(Hechos.pago(1, "1"));
    given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("leo", UsuarioDeArena.CONSULTA))
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/cargas" + ruta.replace("{id}", String.valueOf(id)))
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("leo", UsuarioDeArena.CONSULTA))
        .get("/cargas")
        .then()
        .statusCode(200)
        .body("id[0]", equalTo(id));
  }

  @Test
  void givesTheHeaderOfASheet() {
    var cuerpo =
        given()
            .get("/cargas/plantillas/" + Hechos.PAGO)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(new String(cuerpo, UTF_8))
        .isEqualTo(
            "\uFEFFradicado;empleador.documento.tipo;empleador.documento.numero;empleador.serialSAT;estadoPago;tiporezago;corrige;time;source;id\r\n");
    given().get("/cargas/plantillas/otra").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cargas/0", "/cargas/x", "/cargas/0/hallazgos"})
  void knowsNoUploadThatIsNotThere(String ruta) {
    given().get(ruta).then().statusCode(404).body("codigo", equalTo("NO_ENCONTRADO"));
  }

  /** Publishes until that piece is on Kafka, and then dies without a word to the database. */
  private boolean muere(int trozo) throws Exception {
    var mortal =
        alVaciar(
            trozo,
            () -> {
              throw new Muerte();
            });
    try {
      new Publicacion(database, cofre, trozos, mortal).publicarLoQueHaya();
      return false;
    } catch (Muerte killed) {
      return true;
    }
  }

  /** What happens when so many pieces are on Kafka. */
  private Productores alVaciar(int trozo, Runnable entonces) {
    var vaciados = new AtomicInteger();
    return new Productores(Map.of()) {
      @Override
      Producer<byte[], byte[]> nuevo() {
        return alVaciar(productores.nuevo(), vaciados, trozo, entonces);
      }
    };
  }

  private static final class Muerte extends Error {
    private static final long serialVersionUID = 1L;
  }

  @SuppressWarnings("unchecked")
  private static Producer<byte[], byte[]> alVaciar(
      Producer<byte[], byte[]> verdadero, AtomicInteger vaciados, int ultimo, Runnable entonces) {
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            CargasTest.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, args) -> {
              try {
                var result = method.invoke(verdadero, args);
                if (method.getName().equals("flush") && vaciados.incrementAndGet() == ultimo) {
                  entonces.run();
                }
                return result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private static String incorporado(String atributos, String numero) {
    return """
        {%s"type":"co.satccf.afiliacion.empleador-incorporado.v1","data":{"empleador":{"documento":{"tipo":"NI","numero":"%s"}},"departamento":"05"}}"""
        .formatted(atributos, numero);
  }

  private static List<Integer> primerasDe(List<Registro> registros, String llave) {
    var vistas = new HashSet<String>();
    var radicados = new ArrayList<Integer>();
    for (var registro : registros) {
      if (registro.llave().equals(llave) && vistas.add(id(registro))) {
        radicados.add(Integer.valueOf(radicado(registro)));
      }
    }
    return radicados;
  }

  private static String id(Registro registro) {
    return leer(registro).path("id").asText();
  }

  private static String radicado(Registro registro) {
    return leer(registro).path("radicado").asText();
  }

  private static JsonNode leer(Registro registro) {
    try {
      return JSON.readTree(registro.valor());
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private List<Linea> lineas(int id) throws Exception {
    return Objects.requireNonNull(trozos.desde(id, 0)).lineas();
  }

  private List<String> guardado(int id) {
    return base.consultar("SELECT numero FROM carga_trozo WHERE carga = " + id);
  }

  private static int revisada(String ndjson) {
    return revisada("hechos.ndjson", "", ndjson.getBytes(UTF_8));
  }

  private static int revisada(String nombre, String tipo, byte[] archivo) {
    int id = subir(nombre, tipo, archivo).statusCode(201).extract().<Integer>path("id");
    hasta(id, "REVISADA");
    return id;
  }

  private static ValidatableResponse subir(String nombre, String tipo, byte[] archivo) {
    return given()
        .auth()
        .oauth2(TOKEN)
        .contentType("application/octet-stream")
        .queryParam("nombre", nombre)
        .queryParam("tipo", tipo)
        .body(archivo)
        .post("/cargas")
        .then();
  }

  private static void hasta(int id, String estado) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> una(id).extract().path("carga.estado").equals(estado));
  }

  private static ValidatableResponse una(int id) {
    return given().get("/cargas/" + id).then().statusCode(200);
  }

  private static ValidatableResponse hallazgos(int id) {
    return given().get("/cargas/" + id + "/hallazgos").then().statusCode(200);
  }

  private static ValidatableResponse publicar(int id, String cuerpo) {
    return given()
        .auth()
        .oauth2(TOKEN)
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/cargas/" + id + "/publicacion")
        .then();
  }

  private static ValidatableResponse hacer(int id, String que) {
    return given().auth().oauth2(TOKEN).post("/cargas/" + id + "/" + que).then();
  }
}
