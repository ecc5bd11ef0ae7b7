package co.satccf.model.contrato;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wire bodies, typed by hand from the field tables of the SAT protocol, byte for byte. */
class CuerpoTest {
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());

  private static final String PRIMERA_VEZ_HASTA_27 =
      """
      {"numeroRadicadoSolicitud":"20261002000001","numeroTransaccion":"0","tipoPersona":"J",\
      "naturalezaJuridicaEmpleador":"2","tipoDocumentoEmpleador":"NI",\
      "numeroDocumentoEmpleador":"900123456","serialSAT":"1","primerNombreEmpleador":"",\
      "segundoNombreEmpleador":"","primerApellidoEmpleador":"","segundoApellidoEmpleador":"",\
      "fechaSolicitud":"2026-10-01","perdidaAfiliacionCausaGrave":"CCF04",\
      "fechaEfectivaAfiliacion":"2026-10-02","razonSocial":"Panadería \\"La Ñ\\" S.A.S.",\
      "numeroMatriculaMercantil":"0012345678","departamento":"05","municipio":"001",\
      "direccionContacto":"Calle 1 # 2-3","numeroTelefono":"6041234567",\
      "correoElectronico":"nomina@ejemplo.co","tipoDocumentoRepresentante":"CC",\
      "numeroDocumentoRepresentante":"1000000001","primerNombreRepresentante":"Ana",\
      "segundoNombreRepresentante":"Sol","primerApellidoRepresentante":"Prueba",\
      "segundoApellidoRepresentante":"Ficticia",""";

  @ParameterizedTest
  @CsvSource({
    "AFILIACION_PRIMERA_VEZ, 30",
    "AFILIACION_NO_PRIMERA_VEZ, 33",
    "DESAFILIACION, 12",
    "INICIO_RELACION_LABORAL, 25",
    "TERMINACION_RELACION_LABORAL, 13",
    "PERDIDA_AFILIACION_CAUSA_GRAVE, 12",
    "ESTADO_PAGO_EMPLEADOR, 5"
  })
  void writesEveryFieldOfTheServiceInOrder(ServicioSat servicio, int campos) {
    // Given
    var reporte = Eventos.reporte(Eventos.valido(servicio));

    // When
    var cuerpo = CONTRATOS.cuerpo(reporte);

    // Then
    assertThat(CONTRATOS.campos(servicio)).hasSize(campos);
    assertThat(cuerpo).isEqualTo(esperado(servicio));
  }

  private static String esperado(ServicioSat servicio) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ ->
          PRIMERA_VEZ_HASTA_27
              + """
              "autorizacionManejoDatos":"SI","autorizacionNotificaciones":"NO",\
              "manifestacion":"SI"}""";
      case AFILIACION_NO_PRIMERA_VEZ ->
          PRIMERA_VEZ_HASTA_27
              + """
              "codigoCajaCompensacionFamiliarAnterior":"CCF04","pazYSalvo":"SI",\
              "fechaPazYSalvo":"2026-09-30","autorizacionManejoDatos":"SI",\
              "autorizacionNotificaciones":"NO","manifestacion":"SI"}""";
      case DESAFILIACION ->
          """
          {"numeroRadicadoSolicitud":"20261002000001","numeroTransaccion":"0",\
          "tipoDocumentoEmpleador":"NI","numeroDocumentoEmpleador":"900123456","serialSAT":"1",\
          "fechaSolicitud":"2026-10-01","fechaEfectivaDesafiliacion":"2026-10-02",\
          "departamento":"05","autorizacionManejoDatos":"SI","autorizacionNotificaciones":"NO",\
          "pazSalvo":"SI","fechaPazSalvo":"2026-09-30"}""";
      case INICIO_RELACION_LABORAL ->
          """
          {"tipoInicio":"1","fechaInicio":"2026-10-05","segundoNombre":"Luz",\
          "segundoApellido":"Ficticia","sexo":"M","fechaNacimiento":"1990-02-28",\
          "departamento":"11","municipio":"001","direccion":"Carrera 7 # 1-2",\
          "telefono":"3001234567","correo":"eva@ejemplo.co","salario":"1750905",\
          "tipoSalario":"1","horasTrabajo":"220","numeroRadicadoSolicitud":"20261002000001",\
          "numeroTransaccion":"0","tipoDocumentoEmpleador":"NI",\
          "numeroDocumentoEmpleador":"900123456","serialSAT":"1",\
          "tipoDocumentoTrabajador":"CC","numeroDocumentoTrabajador":"1000000003",\
          "primerNombre":"Eva","primerApellido":"Prueba","autorizacionManejoDatos":"SI",\
          "autorizacionNotificaciones":"NO"}""";
      case TERMINACION_RELACION_LABORAL ->
          """
          {"tipoTerminacion":"1","fechaTerminacion":"2026-10-31",\
          "numeroRadicadoSolicitud":"20261002000001","numeroTransaccion":"0",\
          "tipoDocumentoEmpleador":"NI","numeroDocumentoEmpleador":"900123456","serialSAT":"1",\
          "tipoDocumentoTrabajador":"TI","numeroDocumentoTrabajador":"1000000004",\
          "primerNombre":"Eva","primerApellido":"Prueba","autorizacionManejoDatos":"SI",\
          "autorizacionNotificaciones":"NO"}""";
      case PERDIDA_AFILIACION_CAUSA_GRAVE ->
          """
          {"numeroRadicadoSolicitud":"20261002000001","tipoPersona":"J",\
          "tipoDocumentoEmpleador":"NI","numeroDocumentoEmpleador":"900123456","serialSAT":"1",\
          "fechaPerdidaAfiliacion":"2026-10-10","razonSocial":"Panadería S.A.S.",\
          "causalRetiro":"2","departamento":"05","primerApellidoEmpleador":"",\
          "primerNombreEmpleador":"","estadoReporte":"1"}""";
      case ESTADO_PAGO_EMPLEADOR ->
          """
          {"numeroRadicado":"20261002000001","tipoDocumentoEmpleador":"NI",\
          "numeroDocumentoEmpleador":"900123456","serialSAT":"1","estadoPago":"2"}""";
    };
  }
}
