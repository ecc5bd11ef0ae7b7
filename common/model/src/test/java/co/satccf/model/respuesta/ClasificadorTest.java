package co.satccf.model.respuesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.respuesta.Veredicto.Aceptado;
import co.satccf.model.respuesta.Veredicto.AceptadoConAlerta;
import co.satccf.model.respuesta.Veredicto.Glosado;
import co.satccf.model.respuesta.Veredicto.Incierto;
import co.satccf.model.respuesta.Veredicto.PorConfirmar;
import co.satccf.model.respuesta.Veredicto.PuertaCerrada;
import co.satccf.model.respuesta.Veredicto.Reintentable;
import co.satccf.model.respuesta.Veredicto.YaReportado;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClasificadorTest {
  private final Clasificador clasificador =
      new Clasificador(CodigosConocidos.yaReportado(List.of("gn01")));

  @ParameterizedTest(name = "HTTP {0} {1} -> {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "200; {\"resultado\":\"200\",\"mensaje\":\"ok\",\"codigo\":\"200\"}; Aceptado",
        "200; {\"resultado\":200,\"mensaje\":\"ok\",\"codigo\":200}; Aceptado",
        "200; {\"Resultado\":\"200\",\"MENSAJE\":\"ok\",\"Codigo\":\"200\"}; Aceptado",
        "201; {\"codigo\":\"200\"}; Aceptado",
        "400; {\"codigo\":\"200\"}; Aceptado",
        "500; {\"codigo\":\"200\"}; Aceptado",
        "200; {\"resultado\":\"200\",\"mensaje\":\"ok\"}; Aceptado",
        "200; {\"resultado\":200,\"codigo\":null}; Aceptado",
        "200; {\"resultado\":\"200\",\"codigo\":\"\"}; Aceptado",
        "200; {\"resultado\":\"200\",\"codigo\":\"GE01\"}; Glosado",
        "200; {\"resultado\":\"200\",\"codigo\":\"AN07\"}; AceptadoConAlerta",
        "400; {\"codigo\":\"AN07\"}; AceptadoConAlerta",
        "400; {\"resultado\":\"400\",\"codigo\":\"GE19\"}; Glosado",
        "200; {\"codigo\":\"ge19\"}; Glosado",
        "500; {\"codigo\":\"GN02\"}; Glosado",
        "503; {\"codigo\":\"GN02\"}; Glosado",
        "401; {\"codigo\":\"GN02\"}; Glosado",
        "200; {\"codigo\":\"GN01\"}; YaReportado",
        "400; {\"codigo\":\"GN01\"}; YaReportado",
        "200; {\"codigo\":\"XX99\"}; PorConfirmar",
        "200; {\"codigo\":\"GAN1\"}; PorConfirmar",
        "200; {\"codigo\":\"2000\"}; PorConfirmar",
        "200; {\"codigo\":\"500\"}; PorConfirmar",
        "400; {\"codigo\":\"XX99\"}; PorConfirmar",
        "200; <html><body>En mantenimiento</body></html>; Incierto",
        "200; {\"resultado\":\"200\",\"codigo\":\"20; Incierto",
        "200; {}; Incierto",
        "200; []; Incierto",
        "200; \"200\"; Incierto",
        "200; {\"resultado\":\"400\",\"mensaje\":\"?\"}; Incierto",
        "200; {\"codigo\":{\"a\":1}}; Incierto",
        "200; {\"codigo\":\"\\u0000\"}; Incierto",
        "200; {\"codigo\":\"\\u0000200\"}; PorConfirmar",
        "200; {\"codigo\":\"200\",\"Codigo\":\"GE01\"}; Incierto",
        "200; {\"codigo\":\"200\",\"codigo\":\"GE01\"}; Incierto",
        "200; {\"codigo\":\"200\"} basura; Incierto",
        "200; {\"Message\":\"algo\"}; Incierto",
        "200; {\"codigo\":{\"a\":1},\"Codigo\":\"200\"}; Aceptado",
        "200; {\"codigo\":null,\"Codigo\":\"200\"}; Aceptado",
        "299; {\"resultado\":\"200\"}; Aceptado",
        "300; {\"resultado\":\"200\"}; Incierto",
        "500; {\"Message\":\"An error has occurred.\"}; Incierto",
        "500; {\"codigo\":\"500\",\"mensaje\":\"error interno\"}; Incierto",
        "502; <html/>; Incierto",
        "504; <html/>; Incierto",
        "503; {\"codigo\":\"503\"}; Reintentable",
        "503; <html/>; Reintentable",
        "408; <html/>; Reintentable",
        "429; <html/>; Reintentable",
        "400; <html/>; Glosado",
        "400; {\"codigo\":\"400\"}; Glosado",
        "413; {\"Message\":\"too large\"}; Glosado",
        "401; {\"Message\":\"Authorization has been denied\"}; PuertaCerrada",
        "401; {\"Message\":\"denied\",\"codigo\":\"GE01\"}; PuertaCerrada",
        "403; <html/>; PuertaCerrada",
        "404; <html/>; PuertaCerrada",
        "401; {\"codigo\":\"401\"}; PuertaCerrada",
        "301; <html/>; Incierto",
        "302; <html/>; Incierto",
        "304; {}; Incierto",
        "302; {\"codigo\":\"200\"}; Aceptado"
      })
  void readsTheCodeFirstThenTheStatus(int estado, String cuerpo, String esperado) {
    assertThat(clasificar(estado, cuerpo).getClass().getSimpleName()).isEqualTo(esperado);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204})
  void holdsAnEmptySuccessUncertain(int estado) {
    assertThat(clasificar(estado, "")).isEqualTo(new Incierto("HTTP-" + estado, false));
  }

  @Test
  void keepsCodeAndMessageOfTheMinistry() {
    assertThat(
            clasificar(
                400, "{\"resultado\":\"400\",\"mensaje\":\"Número “malo”\",\"codigo\":\"GE02\"}"))
        .isEqualTo(new Glosado("GE02", "Número “malo”"));
    assertThat(clasificar(200, "{\"codigo\":\"AN01\",\"mensaje\":\"ojo\"}"))
        .isEqualTo(new AceptadoConAlerta("AN01", "ojo"));
    assertThat(clasificar(200, "{\"codigo\":\"GN01\",\"mensaje\":\"ya\"}"))
        .isEqualTo(new YaReportado("GN01", "ya"));
    assertThat(clasificar(200, "{\"codigo\":\"Z1\",\"mensaje\":\"?\"}"))
        .isEqualTo(new PorConfirmar("Z1", "?"));
    assertThat(clasificar(403, "{\"Message\":\"No autorizado\"}"))
        .isEqualTo(new PuertaCerrada(403, "No autorizado"));
    assertThat(clasificar(422, "")).isEqualTo(new Glosado("HTTP-422", ""));
  }

  @Test
  void asksToWaitWhatTheMinistryAsks() {
    assertThat(clasificador.clasificar(429, Duration.ofSeconds(30), new byte[0]))
        .isEqualTo(new Reintentable("HTTP-429", Duration.ofSeconds(30), true));
    assertThat(clasificador.clasificar(429, null, new byte[0]))
        .isEqualTo(new Reintentable("HTTP-429", null, true));
    assertThat(clasificador.clasificar(503, Duration.ofSeconds(-1), new byte[0]))
        .isEqualTo(new Reintentable("HTTP-503", null, true));
    assertThat(clasificador.clasificar(408, null, new byte[0]))
        .isEqualTo(new Reintentable("HTTP-408", null, false));
    assertThat(clasificador.clasificar(500, null, new byte[0]))
        .isEqualTo(new Incierto("HTTP-500", true));
  }

  @Test
  void boundsTheMessageAndCleansIt() {
    // Given
    var largo = "á".repeat(2_000);

    // When
    var acotado = (Glosado) clasificar(200, "{\"codigo\":\"GE01\",\"mensaje\":\"" + largo + "\"}");
    var limpio =
        (Glosado)
            clasificar(
                200, "{\"codigo\":\"GE02\",\"mensaje\":\"El NI 900123456\\nno\\u0000existe\"}");

    // Then
    assertThat(acotado.mensaje()).hasSize(500);
    assertThat(limpio.mensaje()).isEqualTo("El NI ••••• no existe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "El NIT 900.123.456-7 no existe | El NIT •••••-7 no existe",
        "CC 1 020 304 050               | CC •••••",
        "CC 1,020,304                   | CC •••••",
        "Campo 12 de 30                 | Campo 12 de 30"
      })
  void masksDocumentsAsPeopleWriteThem(String mensaje, String limpio) {
    var veredicto =
        (Glosado) clasificar(200, "{\"codigo\":\"GN03\",\"mensaje\":\"%s\"}".formatted(mensaje));
    assertThat(veredicto.mensaje()).isEqualTo(limpio);
  }

  @Test
  void masksADocumentThatStandsInTheCode() {
    var veredicto =
        (Glosado) clasificar(200, "{\"codigo\":\"GN03 1.020.304.050\",\"mensaje\":\"\"}");
    assertThat(veredicto.codigo()).isEqualTo("GN03 •••••");
  }

  @ParameterizedTest
  @CsvSource({
    "GN10234, GN10234",
    "GE00001, GE00001",
    "GN1020304050, GN•••••",
    "GN03-10234, GN03-•••••"
  })
  void leavesACodeOfFiveDigitsAsItIs(String codigo, String limpio) {
    var veredicto =
        (Glosado) clasificar(200, "{\"codigo\":\"%s\",\"mensaje\":\"\"}".formatted(codigo));
    assertThat(veredicto.codigo()).isEqualTo(limpio);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
  void readsTheCodeInEitherCharset(String charset) {
    // Given
    var cuerpo = "{\"mensaje\":\"número\",\"codigo\":\"GE02\"}".getBytes(Charset.forName(charset));

    // When / Then
    assertThat(clasificador.clasificar(200, null, cuerpo)).isEqualTo(new Glosado("GE02", "número"));
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(clasificar(200, "\uFEFF{\"codigo\":\"200\"}")).isEqualTo(new Aceptado("200", ""));
  }

  @Test
  void survivesAbsurdNesting() {
    assertThat(clasificar(200, "[".repeat(100_000))).isInstanceOf(Incierto.class);
  }

  @ParameterizedTest
  @EnumSource
  void knowsOfEachFailureWhetherTheRecordMayHaveBeenProcessed(Fallo fallo) {
    var esperado =
        switch (fallo) {
          case DNS, CONEXION_RECHAZADA, TLS, POZO_AGOTADO ->
              new Reintentable(fallo.name(), null, false);
          case PLAZO_ANTES_DE_ESCRIBIR -> new Reintentable(fallo.name(), null, true);
          case PLAZO_TRAS_ESCRIBIR -> new Incierto(fallo.name(), true);
          case CORTE_TRAS_ESCRIBIR, RESPUESTA_DESMEDIDA, RESPUESTA_TRUNCADA ->
              new Incierto(fallo.name(), false);
        };
    assertThat(clasificador.clasificarFallo(fallo)).isEqualTo(esperado);
  }

  @Test
  void takesNoCodeForAlreadyReportedUnlessToldTo() {
    var sinCodigos = new Clasificador(CodigosConocidos.ninguno());
    assertThat(
            sinCodigos.clasificar(
                200, null, "{\"codigo\":\"GN01\"}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Glosado("GN01", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "200", "AN01", "an01"})
  void refusesToTakeAcceptanceForAlreadyReported(String codigo) {
    assertThatThrownBy(() -> CodigosConocidos.yaReportado(List.of(codigo)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Veredicto clasificar(int estado, String cuerpo) {
    return clasificador.clasificar(estado, null, cuerpo.getBytes(StandardCharsets.UTF_8));
  }
}
