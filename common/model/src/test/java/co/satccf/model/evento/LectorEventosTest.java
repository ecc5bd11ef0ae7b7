package co.satccf.model.evento;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import co.satccf.model.evento.Lectura.Ilegible;
import co.satccf.model.evento.Lectura.Incorporado;
import co.satccf.model.evento.Lectura.Reportable;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import co.satccf.model.reporte.InicioRelacionLaboral;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LectorEventosTest {
  private static final ServicioSat PAGO = ServicioSat.ESTADO_PAGO_EMPLEADOR;

  private final LectorEventos lector = new LectorEventos();

  @ParameterizedTest
  @EnumSource
  void readsTheEventOfEachService(ServicioSat servicio) {
    // When
    var leido = (Reportable) Eventos.leer(Eventos.valido(servicio));

    // Then
    assertThat(leido.reporte().servicio()).isEqualTo(servicio);
    assertThat(leido.reporte().radicado()).isEqualTo("20261002000001");
    assertThat(leido.reporte().documentoEmpleador()).isEqualTo(new Documento("NI", "900123456"));
    assertThat(leido.reporte().serialSat()).isEqualTo("1");
    assertThat(leido.source()).isEqualTo("/erp/afiliaciones");
    assertThat(leido.id()).isEqualTo("e-1");
    assertThat(leido.instante()).isEqualTo(Instant.parse("2026-10-02T13:30:00Z"));
    assertThat(leido.tipoRezago()).isEqualTo(4);
    assertThat(leido.corrige()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "AFILIACION_PRIMERA_VEZ, 05, 2026-10-02,",
    "AFILIACION_NO_PRIMERA_VEZ, 05, 2026-10-02,",
    "DESAFILIACION, 05, 2026-10-02,",
    "INICIO_RELACION_LABORAL, 11, 2026-10-05, 1000000003",
    "TERMINACION_RELACION_LABORAL,, 2026-10-31, 1000000004",
    "PERDIDA_AFILIACION_CAUSA_GRAVE, 05, 2026-10-10,",
    "ESTADO_PAGO_EMPLEADOR,,,"
  })
  void tellsWhereWhenAndWhoOfEachReport(
      ServicioSat servicio,
      @Nullable String departamento,
      @Nullable String fecha,
      @Nullable String trabajador) {
    var reporte = Eventos.reporte(Eventos.valido(servicio));
    assertThat(reporte.departamento()).isEqualTo(departamento);
    assertThat(reporte.fechaHecho()).isEqualTo(fecha);
    var documento = reporte.documentoTrabajador();
    assertThat(documento == null ? null : documento.numero()).isEqualTo(trabajador);
  }

  @Test
  void readsTheOpeningBalance() {
    assertThat(Eventos.leer(Eventos.incorporado()))
        .isEqualTo(
            new Incorporado(
                "/erp/afiliaciones",
                "e-1",
                Instant.parse("2026-10-02T13:30:00Z"),
                new Documento("NI", "900123456"),
                "1",
                "05",
                "2021-05-31"));
  }

  @Test
  void readsNumbersAndBooleansAsTheirText() {
    // Given
    var evento = Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL);
    var data = (ObjectNode) evento.path("data");
    data.put("salario", 1750905).put("tipoSalario", 1).put("horasTrabajo", true);
    evento.put("radicado", 20261002000001L).put("tiporezago", "2");
    var texto = evento.toString().replace("\"220\"", "1.50");

    // When
    var leido = (Reportable) leer(texto);

    // Then
    var inicio = (InicioRelacionLaboral) leido.reporte();
    assertThat(inicio.salario()).isEqualTo("1750905");
    assertThat(inicio.tipoSalario()).isEqualTo("1");
    assertThat(inicio.horasTrabajo()).isEqualTo("true");
    assertThat(inicio.radicado()).isEqualTo("20261002000001");
    assertThat(leido.tipoRezago()).isEqualTo(2);
  }

  @Test
  void dropsSurroundingSpaceAndPutsTheDefaults() {
    // Given
    var evento = Eventos.valido(PAGO);
    evento.put("radicado", " 77 ").remove("tiporezago");
    Eventos.con(evento, "data.empleador.serialSAT", null);
    Eventos.con(evento, "data.estadoPago", " 2\n");

    // When
    var leido = (Reportable) Eventos.leer(evento);

    // Then
    assertThat(leido.tipoRezago()).isEqualTo(4);
    assertThat(leido.reporte())
        .isEqualTo(new EstadoPagoEmpleador("77", new Documento("NI", "900123456"), "0", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void readsTheFirstAndTheLastInstant(String instante) {
    var leido = (Reportable) Eventos.leer(Eventos.valido(PAGO).put("time", instante));
    assertThat(leido.instante()).isEqualTo(Instant.parse(instante));
  }

  @Test
  void readsWhatItCorrects() {
    var leido = (Reportable) Eventos.leer(Eventos.valido(PAGO).put("corrige", "15"));
    assertThat(leido.corrige()).isEqualTo("15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[1]", "{}", "[]"})
  void leavesWhatIsNoLeafToTheContract(String valor) {
    // Given
    var texto =
        Eventos.valido(PAGO).toString().replace("\"estadoPago\":\"2\"", "\"estadoPago\":" + valor);

    // When
    var pago = (EstadoPagoEmpleador) ((Reportable) leer(texto)).reporte();

    // Then
    assertThat(pago.estadoPago()).isEqualTo("\uFFFD");
  }

  @Test
  void readsEveryLeafOfAMissingPartAsAbsent() {
    // Given
    var sinNada = Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL);
    ((ObjectNode) sinNada.path("data")).putNull("trabajador").remove("contacto");

    // When
    var inicio = (InicioRelacionLaboral) Eventos.reporte(sinNada);

    // Then
    assertThat(inicio.trabajador().documento()).isEqualTo(new Documento("", ""));
    assertThat(inicio.contacto().telefono()).isEmpty();
  }

  @Test
  void readsEveryLeafOfAPartThatIsNoObjectAsUnreadable() {
    // Given
    var evento = Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL);
    ((ObjectNode) evento.path("data"))
        .put("contacto", "3001234567")
        .put("trabajador", "Eva")
        .putNull("ubicacion");

    // When
    var inicio = (InicioRelacionLaboral) Eventos.reporte(evento);

    // Then
    assertThat(inicio.contacto().correo()).isEqualTo("\uFFFD");
    assertThat(inicio.trabajador().documento().numero()).isEqualTo("\uFFFD");
    assertThat(inicio.ubicacion().direccion()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "id,, SIN_IDENTIDAD",
    "id, '', SIN_IDENTIDAD",
    "id, ' ', SIN_IDENTIDAD",
    "source,, SIN_IDENTIDAD",
    "type,, SIN_TIPO",
    "type, co.satccf.otro.v1, TIPO_DESCONOCIDO",
    "time,, INSTANTE_ILEGIBLE",
    "time, ayer, INSTANTE_ILEGIBLE",
    "time, 2026-10-02, INSTANTE_ILEGIBLE",
    "time, 2026-10-02T08:30:00, INSTANTE_ILEGIBLE",
    "time, +12026-10-02T08:30:00Z, INSTANTE_ILEGIBLE",
    "time, +10000-01-01T00:00:00Z, INSTANTE_ILEGIBLE",
    "time, 0000-12-31T23:59:59Z, INSTANTE_ILEGIBLE",
    "radicado,, SIN_RADICADO",
    "radicado, '', SIN_RADICADO",
    "specversion,, VERSION_DESCONOCIDA",
    "specversion, 0.3, VERSION_DESCONOCIDA",
    "datacontenttype, text/xml, CONTENIDO_NO_ADMITIDO",
    "tiporezago, 0, REZAGO_INVALIDO",
    "tiporezago, 5, REZAGO_INVALIDO",
    "tiporezago, dos, REZAGO_INVALIDO",
    "tiporezago, 1.0, REZAGO_INVALIDO",
    "data,, SIN_DATOS",
    "data, texto, SIN_DATOS",
    "data.empleador,, SIN_EMPLEADOR",
    "data.empleador, texto, SIN_EMPLEADOR",
    "data.empleador.documento,, SIN_EMPLEADOR",
    "data.empleador.documento.tipo,, SIN_EMPLEADOR",
    "data.empleador.documento.numero,, SIN_EMPLEADOR",
    "data.empleador.documento.numero, ' ', SIN_EMPLEADOR"
  })
  void setsAsideWhatCannotBePlaced(String ruta, @Nullable String valor, String motivo) {
    assertThat(motivos(Eventos.leer(Eventos.con(Eventos.valido(PAGO), ruta, valor))))
        .containsExactly(motivo);
  }

  @Test
  void tellsEveryReasonAndNoValue() {
    // Given
    var evento = Eventos.valido(PAGO);
    evento.put("time", "Q7Z").put("tiporezago", "Q7Z").put("type", "Q7Z").put("specversion", "Q7Z");
    evento.remove(List.of("radicado", "id"));
    Eventos.con(evento, "data.empleador.documento.numero", null);

    // When
    var ilegible = (Ilegible) Eventos.leer(evento);

    // Then
    assertThat(motivos(ilegible))
        .containsExactly(
            "VERSION_DESCONOCIDA",
            "SIN_IDENTIDAD",
            "TIPO_DESCONOCIDO",
            "INSTANTE_ILEGIBLE",
            "REZAGO_INVALIDO",
            "SIN_RADICADO",
            "SIN_EMPLEADOR");
    assertThat(ilegible.source()).isEqualTo("/erp/afiliaciones");
    assertThat(ilegible.id()).isNull();
    assertThat(ilegible.toString()).doesNotContain("Q7Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "source",
        "radicado",
        "corrige",
        "data.empleador.documento.tipo",
        "data.empleador.documento.numero",
        "data.empleador.serialSAT"
      })
  void setsAsideAnIdentityNoDatabaseCouldHold(String ruta) {
    for (var malo : List.of("a\u0000b", "a\uD800b", "a\u001Fb", "a\uFFFDb")) {
      var ilegible = (Ilegible) Eventos.leer(Eventos.con(Eventos.valido(PAGO), ruta, malo));
      assertThat(ilegible.motivos()).hasSize(1);
      assertThat(String.valueOf(ilegible.source()) + ilegible.id()).doesNotContain("\u0000");
    }
  }

  @ParameterizedTest
  @CsvSource({"id, 200", "source, 200", "radicado, 64", "corrige, 64"})
  void boundsTheIdentity(String ruta, int maximo) {
    assertThat(Eventos.leer(Eventos.con(Eventos.valido(PAGO), ruta, "1".repeat(maximo))))
        .isInstanceOf(Reportable.class);
    assertThat(Eventos.leer(Eventos.con(Eventos.valido(PAGO), ruta, "1".repeat(maximo + 1))))
        .isInstanceOf(Ilegible.class);
  }

  @Test
  void keepsThePlaceOfAReportWithANulInAName() {
    // Given
    var evento =
        Eventos.con(
            Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL),
            "data.trabajador.primerNombre",
            "E\u0000va");

    // When
    var inicio = (InicioRelacionLaboral) Eventos.reporte(evento);

    // Then
    assertThat(inicio.trabajador().primerNombre()).isEqualTo("E\uFFFDva");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"id\":\"1\"",
        "{} {}",
        "{\"id\":\"1\",\"id\":\"2\"}",
        "{'id':1}",
        "no es json",
        "{\"data\":{\"a\":NaN}}",
        "{\"data\":{\"a\":1e99999999999}}"
      })
  void setsAsideWhatIsNoJson(String texto) {
    assertThat(motivos(leer(texto))).containsAnyOf("JSON_ILEGIBLE", "NO_ES_OBJETO").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"texto\"", "1", "null", "[{\"id\":\"1\"}]"})
  void setsAsideWhatIsNoObject(String texto) {
    assertThat(motivos(leer(texto))).containsExactly("NO_ES_OBJETO");
  }

  @Test
  void setsAsideBytesThatAreNoUtf8() {
    assertThat(
            motivos(
                lector.leer(
                    Eventos.valido(PAGO)
                        .put("id", "ñ")
                        .toString()
                        .getBytes(StandardCharsets.ISO_8859_1),
                    Map.of())))
        .containsExactly("UTF8_ILEGIBLE");
    assertThat(
            lector.leer(
                Eventos.valido(PAGO).toString().getBytes(StandardCharsets.UTF_16), Map.of()))
        .isInstanceOf(Ilegible.class);
  }

  @Test
  void setsAsideAbsurdDepthAndSize() {
    assertThat(motivos(leer("{\"data\":" + "[".repeat(50_000)))).containsExactly("JSON_ILEGIBLE");
    var justo = Eventos.valido(PAGO);
    var relleno = LectorEventos.MAXIMO_BYTES - Eventos.bytes(justo).length - "\"x\":\"\",".length();
    justo.put("x", "a".repeat(relleno));
    assertThat(Eventos.bytes(justo)).hasSize(LectorEventos.MAXIMO_BYTES);
    assertThat(Eventos.leer(justo)).isInstanceOf(Reportable.class);
    assertThat(motivos(Eventos.leer(justo.put("x", "a".repeat(relleno + 1)))))
        .containsExactly("EVENTO_DESMEDIDO");
  }

  @Test
  void readsBinaryModeFromItsHeaders() {
    // Given
    var cabeceras = cabeceras();
    cabeceras.put("ce_tiporezago", "3");
    cabeceras.put("ce_corrige", "12");
    cabeceras.put("traceparent", "00-0-0-01");

    // When
    var leido = (Reportable) lector.leer(datos(), cabeceras);

    // Then
    assertThat(leido.reporte())
        .isEqualTo(new EstadoPagoEmpleador("99", new Documento("NI", "900123456"), "1", "2"));
    assertThat(leido.tipoRezago()).isEqualTo(3);
    assertThat(leido.corrige()).isEqualTo("12");
  }

  @Test
  void keepsTheIdentityOfABinaryEventWithUnreadableData() {
    // When
    var ilegible = (Ilegible) lector.leer("{".getBytes(StandardCharsets.UTF_8), cabeceras());

    // Then
    assertThat(motivos(ilegible)).containsExactly("JSON_ILEGIBLE");
    assertThat(ilegible.source()).isEqualTo("/erp");
    assertThat(ilegible.id()).isEqualTo("b-1");
  }

  @Test
  void addsTheReasonsOfTheHeadersToThoseOfTheData() {
    // Given
    var cabeceras = cabeceras();
    cabeceras.remove("ce_radicado");
    cabeceras.put("content-type", "application/avro");

    // When / Then
    assertThat(motivos(lector.leer(new byte[] {(byte) 0xFF}, cabeceras)))
        .containsExactly("UTF8_ILEGIBLE", "CONTENIDO_NO_ADMITIDO", "SIN_RADICADO");
  }

  @Test
  void readsStructuredModeWhateverOtherHeadersSay() {
    assertThat(
            lector.leer(
                Eventos.bytes(Eventos.valido(PAGO)),
                Map.of("content-type", "application/cloudevents+json; charset=UTF-8")))
        .isInstanceOf(Reportable.class);
  }

  @ParameterizedTest
  @EnumSource
  void neverThrowsHoweverTheBytesAreDamaged(ServicioSat servicio) {
    // Given: a thousand mutations, always the same
    var azar = new Random(servicio.ordinal());
    var original = Eventos.bytes(Eventos.valido(servicio));

    for (int i = 0; i < 1_000; i++) {
      var danado = original.clone();
      for (int j = 0; j <= azar.nextInt(4); j++) {
        danado[azar.nextInt(danado.length)] = (byte) azar.nextInt(256);
      }

      // When
      var lectura = lector.leer(danado, Map.of());

      // Then
      if (lectura instanceof Ilegible ilegible) {
        assertThat(ilegible.motivos()).isNotEmpty();
      }
    }
  }

  private static Map<String, String> cabeceras() {
    return new HashMap<>(
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "b-1",
            "ce_source", "/erp",
            "ce_type", PAGO.tipoEvento(),
            "ce_time", "2026-10-02T08:30:00-05:00",
            "ce_radicado", "99",
            "content-type", "application/json; charset=utf-8"));
  }

  private static byte[] datos() {
    return Eventos.bytes(Eventos.valido(PAGO).path("data"));
  }

  private Lectura leer(String texto) {
    return lector.leer(texto.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static List<String> motivos(Lectura lectura) {
    return ((Ilegible) lectura).motivos().stream().map(Motivo::codigo).toList();
  }
}
