package co.satccf.sandbox.ministerio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EstructuraTest {
  private static final String RADICADO = "1001";

  @Test
  void knowsAsManyFieldsAsTheProtocol() {
    assertThat(Arrays.stream(Servicio.values()).map(s -> Contratos.de(s).size()))
        .containsExactly(30, 33, 12, 25, 13, 12, 5);
  }

  @ParameterizedTest
  @EnumSource(Servicio.class)
  void sendsEveryFieldItKnowsInItsValidBody(Servicio servicio) {
    assertThat(Cuerpos.de(servicio, RADICADO).keySet())
        .containsExactlyInAnyOrderElementsOf(
            Contratos.de(servicio).stream().map(Campo::nombre).toList());
  }

  @ParameterizedTest
  @EnumSource(Servicio.class)
  void takesAValidBody(Servicio servicio) throws IOException {
    assertThat(falta(servicio, Cuerpos.de(servicio, RADICADO))).isNull();
  }

  @Test
  void takesANaturalPersonWithoutCompanyNorRepresentative() throws IOException {
    Map<String, String> cuerpo = Cuerpos.afiliacionDePersonaNatural(RADICADO);
    assertThat(falta(Servicio.AFILIACION_PRIMERA_VEZ, cuerpo)).isNull();
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> mandatory() {
    String alta =
        "numeroRadicadoSolicitud:GE04 numeroTransaccion:GE05 tipoPersona:GE10"
            + " naturalezaJuridicaEmpleador:GE11 tipoDocumentoEmpleador:GE01"
            + " numeroDocumentoEmpleador:GE02 serialSAT:GE03 fechaSolicitud:GE14"
            + " fechaEfectivaAfiliacion:GE16 razonSocial:GE17 numeroMatriculaMercantil:GE18"
            + " departamento:GE19 municipio:GE20 direccionContacto:GE21 numeroTelefono:GE22"
            + " tipoDocumentoRepresentante:GE24 numeroDocumentoRepresentante:GE02"
            + " primerNombreRepresentante:GE26 primerApellidoRepresentante:GE26"
            + " autorizacionManejoDatos:GE28 autorizacionNotificaciones:GE28 manifestacion:GE29";
    String relacion =
        "numeroRadicadoSolicitud:GE04 numeroTransaccion:GE05 tipoDocumentoEmpleador:GE01"
            + " numeroDocumentoEmpleador:GE02 serialSAT:GE03 tipoDocumentoTrabajador:GE37"
            + " numeroDocumentoTrabajador:GE02 primerNombre:GE26 primerApellido:GE26"
            + " autorizacionManejoDatos:GE28 autorizacionNotificaciones:GE28";
    return Stream.of(
            campos(Servicio.AFILIACION_PRIMERA_VEZ, alta),
            campos(
                Servicio.AFILIACION_NO_PRIMERA_VEZ,
                alta + " codigoCajaCompensacionFamiliarAnterior:GE30"),
            campos(
                Servicio.DESAFILIACION,
                "numeroRadicadoSolicitud:GE04 numeroTransaccion:GE05 tipoDocumentoEmpleador:GE01"
                    + " numeroDocumentoEmpleador:GE02 serialSAT:GE03 fechaSolicitud:GE14"
                    + " fechaEfectivaDesafiliacion:GE16 departamento:GE19"
                    + " autorizacionManejoDatos:GE28 autorizacionNotificaciones:GE28"
                    + " fechaPazSalvo:GE32"),
            campos(
                Servicio.INICIO_RELACION_LABORAL,
                relacion
                    + " tipoInicio:GE35 fechaInicio:GE14 sexo:GE25 departamento:GE19"
                    + " municipio:GE20 direccion:GE21 telefono:GE22 salario:GE39 tipoSalario:GE40"
                    + " horasTrabajo:GE41"),
            campos(
                Servicio.TERMINACION_RELACION_LABORAL,
                relacion + " tipoTerminacion:GE35 fechaTerminacion:GE14"),
            campos(
                Servicio.PERDIDA_AFILIACION_CAUSA_GRAVE,
                "numeroRadicadoSolicitud:GE04 tipoPersona:GE10 tipoDocumentoEmpleador:GE01"
                    + " numeroDocumentoEmpleador:GE02 serialSAT:GE03 fechaPerdidaAfiliacion:GE14"
                    + " razonSocial:GE17 causalRetiro:GE33 departamento:GE19 estadoReporte:GE34"),
            campos(
                Servicio.ESTADO_PAGO_EMPLEADOR,
                "numeroRadicado:GE04 tipoDocumentoEmpleador:GE01 numeroDocumentoEmpleador:GE02"
                    + " serialSAT:GE03 estadoPago:GE36"))
        .flatMap(campos -> campos);
  }

  private static Stream<org.junit.jupiter.params.provider.Arguments> campos(
      Servicio servicio, String lista) {
    return Arrays.stream(lista.split(" "))
        .map(par -> par.split(":"))
        .map(par -> org.junit.jupiter.params.provider.Arguments.of(servicio, par[0], par[1]));
  }

  @ParameterizedTest
  @MethodSource("mandatory")
  void refusesAMandatoryFieldThatIsEmptyOrAbsent(Servicio servicio, String campo, String codigo)
      throws IOException {
    Map<String, String> vacio = Cuerpos.de(servicio, RADICADO);
    vacio.put(campo, "");
    Map<String, String> ausente = Cuerpos.de(servicio, RADICADO);
    ausente.remove(campo);

    // An empty type lets any number pass, so the type itself is what is refused.
    assertThat(falta(servicio, vacio)).isEqualTo(campo + " " + codigo);
    assertThat(falta(servicio, ausente)).isEqualTo(campo + " " + codigo);
  }

  @ParameterizedTest
  @CsvSource({
    "AFILIACION_PRIMERA_VEZ, numeroRadicadoSolicitud, 123456789012345678901, GE04",
    "AFILIACION_PRIMERA_VEZ, numeroRadicadoSolicitud, R-1, GE04",
    "AFILIACION_PRIMERA_VEZ, tipoDocumentoEmpleador, PA, GE01",
    "AFILIACION_PRIMERA_VEZ, numeroDocumentoEmpleador, 9001234567, GE02",
    "AFILIACION_PRIMERA_VEZ, serialSAT, 12345, GE03",
    "AFILIACION_PRIMERA_VEZ, naturalezaJuridicaEmpleador, 6, GE11",
    "AFILIACION_PRIMERA_VEZ, primerNombreEmpleador, Ana, GE12",
    "AFILIACION_PRIMERA_VEZ, segundoNombreEmpleador, Ana, GE13",
    "AFILIACION_PRIMERA_VEZ, fechaSolicitud, 03/11/2026, GE14",
    "AFILIACION_PRIMERA_VEZ, fechaSolicitud, 2026-02-30, GE14",
    "AFILIACION_PRIMERA_VEZ, perdidaAfiliacionCausaGrave, CCF004, GE15",
    "AFILIACION_PRIMERA_VEZ, numeroMatriculaMercantil, 1234567890123, GE18",
    "AFILIACION_PRIMERA_VEZ, departamento, 04, GE19",
    "AFILIACION_PRIMERA_VEZ, departamento, 5, GE19",
    "AFILIACION_PRIMERA_VEZ, municipio, 05001, GE20",
    "AFILIACION_PRIMERA_VEZ, numeroTelefono, 60400000001, GE22",
    "AFILIACION_PRIMERA_VEZ, correoElectronico, sin-arroba, GE23",
    "AFILIACION_PRIMERA_VEZ, tipoDocumentoRepresentante, NI, GE24",
    "AFILIACION_PRIMERA_VEZ, autorizacionManejoDatos, S, GE28",
    "AFILIACION_PRIMERA_VEZ, manifestacion, NO, GE29",
    "AFILIACION_NO_PRIMERA_VEZ, codigoCajaCompensacionFamiliarAnterior, CCF4, GE30",
    "AFILIACION_NO_PRIMERA_VEZ, pazYSalvo, TAL VEZ, GE31",
    "AFILIACION_NO_PRIMERA_VEZ, fechaPazYSalvo, ayer, GE32",
    "INICIO_RELACION_LABORAL, tipoInicio, 2, GE35",
    "INICIO_RELACION_LABORAL, sexo, F, GE25",
    "INICIO_RELACION_LABORAL, fechaNacimiento, 1990, GE38",
    "INICIO_RELACION_LABORAL, salario, 1750000.50, GE39",
    "INICIO_RELACION_LABORAL, tipoSalario, 4, GE40",
    "INICIO_RELACION_LABORAL, horasTrabajo, 1000, GE41",
    "INICIO_RELACION_LABORAL, tipoDocumentoTrabajador, NI, GE37",
    "INICIO_RELACION_LABORAL, numeroDocumentoTrabajador, 12345678901, GE02",
    "TERMINACION_RELACION_LABORAL, tipoTerminacion, 3, GE35",
    "PERDIDA_AFILIACION_CAUSA_GRAVE, causalRetiro, 6, GE33",
    "PERDIDA_AFILIACION_CAUSA_GRAVE, estadoReporte, 3, GE34",
    "ESTADO_PAGO_EMPLEADOR, estadoPago, 3, GE36",
  })
  void refusesAValueOutOfItsRange(Servicio servicio, String campo, String valor, String codigo)
      throws IOException {
    Map<String, String> cuerpo = Cuerpos.de(servicio, RADICADO);
    cuerpo.put(campo, valor);
    assertThat(falta(servicio, cuerpo)).isEqualTo(campo + " " + codigo);
  }

  @ParameterizedTest
  @CsvSource({"NI,12345678", "PT,1234567", "CE,A123456", "CD,ABC123", "PE,123456789012345"})
  void measuresTheDocumentNumberByItsType(String tipo, String numero) throws IOException {
    Map<String, String> cuerpo = Cuerpos.de(Servicio.ESTADO_PAGO_EMPLEADOR, RADICADO);
    cuerpo.put("tipoDocumentoEmpleador", tipo);
    cuerpo.put("numeroDocumentoEmpleador", numero);
    assertThat(falta(Servicio.ESTADO_PAGO_EMPLEADOR, cuerpo)).isNull();
  }

  @ParameterizedTest
  @EnumSource(Servicio.class)
  void bindsKeysInAnyCaseAndIgnoresUnknownOnes(Servicio servicio) throws IOException {
    StringBuilder json = new StringBuilder("{\"campoQueNadieConoce\":\"x\"");
    Cuerpos.de(servicio, RADICADO)
        .forEach(
            (campo, valor) ->
                json.append(",\"%s\":\"%s\"".formatted(campo.toUpperCase(Locale.ROOT), valor)));
    assertThat(falta(servicio, json.append('}').toString())).isNull();
  }

  @Test
  void readsNumbersAsTheirTextAndNullAsEmpty() throws IOException {
    String json =
        Cuerpos.json(Servicio.INICIO_RELACION_LABORAL, RADICADO)
            .replace("\"salario\":\"1750000\"", "\"salario\":1750000")
            .replace("\"segundoNombre\":\"\"", "\"segundoNombre\":null");
    assertThat(json).contains(":1750000", ":null");
    assertThat(falta(Servicio.INICIO_RELACION_LABORAL, json)).isNull();
  }

  @Test
  void takesEitherNameOfTheFilingNumberInEstadoPago() throws IOException {
    Map<String, String> cuerpo = Cuerpos.de(Servicio.ESTADO_PAGO_EMPLEADOR, RADICADO);
    cuerpo.remove("numeroRadicado");
    cuerpo.put("NumeroRadicadoSolicitud", RADICADO);
    Reporte reporte = leer(Cuerpos.json(cuerpo));
    assertThat(reporte.radicado()).isEqualTo(RADICADO);
    assertThat(Contratos.primeraFalta(Servicio.ESTADO_PAGO_EMPLEADOR, reporte)).isNull();
  }

  @Test
  void hasASpanishTextForEveryCodeOfItsContracts() {
    assertThat(Arrays.stream(Servicio.values()).flatMap(s -> Contratos.de(s).stream()))
        .allSatisfy(campo -> assertThat(Codigos.texto(campo.codigo())).contains(" "));
  }

  private static @Nullable String falta(Servicio servicio, Map<String, String> cuerpo)
      throws IOException {
    return falta(servicio, Cuerpos.json(cuerpo));
  }

  private static @Nullable String falta(Servicio servicio, String json) throws IOException {
    Campo campo = Contratos.primeraFalta(servicio, leer(json));
    return campo == null ? null : campo.nombre() + " " + campo.codigo();
  }

  private static Reporte leer(String json) throws IOException {
    return Reporte.leer(json.getBytes(StandardCharsets.UTF_8));
  }
}
