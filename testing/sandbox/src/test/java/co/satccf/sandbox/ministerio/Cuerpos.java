package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** One body per service that breaks no rule; synthetic people and companies. */
final class Cuerpos {
  static final String DEPARTAMENTO = "05";
  static final EmpleadorEnSat EMPLEADOR = new EmpleadorEnSat("NI", "900123456", "0", DEPARTAMENTO);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Cuerpos() {}

  static Map<String, String> de(Servicio servicio, String radicado) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ -> {
        Map<String, String> cuerpo = afiliacion(radicado);
        cierre(cuerpo);
        yield cuerpo;
      }
      case AFILIACION_NO_PRIMERA_VEZ -> {
        Map<String, String> cuerpo = afiliacion(radicado);
        cuerpo.put("codigoCajaCompensacionFamiliarAnterior", "CCF04");
        cuerpo.put("pazYSalvo", "SI");
        cuerpo.put("fechaPazYSalvo", "2026-10-30");
        cierre(cuerpo);
        yield cuerpo;
      }
      case DESAFILIACION -> desafiliacion(radicado);
      case INICIO_RELACION_LABORAL -> inicio(radicado);
      case TERMINACION_RELACION_LABORAL -> terminacion(radicado);
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> causaGrave(radicado);
      case ESTADO_PAGO_EMPLEADOR -> estadoPago(radicado);
    };
  }

  /** The affiliation of a natural person, who has neither company data nor representative. */
  static Map<String, String> afiliacionDePersonaNatural(String radicado) {
    Map<String, String> cuerpo = de(Servicio.AFILIACION_PRIMERA_VEZ, radicado);
    cuerpo.putAll(
        Map.of(
            "tipoPersona", "N",
            "naturalezaJuridicaEmpleador", "",
            "tipoDocumentoEmpleador", "CC",
            "numeroDocumentoEmpleador", "1020304050",
            "primerNombreEmpleador", "Ñoña",
            "primerApellidoEmpleador", "Pérez",
            "razonSocial", "",
            "numeroMatriculaMercantil", ""));
    cuerpo.putAll(
        Map.of(
            "tipoDocumentoRepresentante", "",
            "numeroDocumentoRepresentante", "",
            "primerNombreRepresentante", "",
            "segundoNombreRepresentante", "",
            "primerApellidoRepresentante", "",
            "segundoApellidoRepresentante", ""));
    return cuerpo;
  }

  static String json(Map<String, ?> cuerpo) {
    try {
      return MAPPER.writeValueAsString(cuerpo);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(Servicio servicio, String radicado) {
    return json(de(servicio, radicado));
  }

  private static Map<String, String> afiliacion(String radicado) {
    Map<String, String> cuerpo = new LinkedHashMap<>();
    cuerpo.put("numeroRadicadoSolicitud", radicado);
    cuerpo.put("numeroTransaccion", "0");
    cuerpo.put("tipoPersona", "J");
    cuerpo.put("naturalezaJuridicaEmpleador", "2");
    empleador(cuerpo);
    cuerpo.put("primerNombreEmpleador", "");
    cuerpo.put("segundoNombreEmpleador", "");
    cuerpo.put("primerApellidoEmpleador", "");
    cuerpo.put("segundoApellidoEmpleador", "");
    cuerpo.put("fechaSolicitud", "2026-11-03");
    cuerpo.put("perdidaAfiliacionCausaGrave", "");
    cuerpo.put("fechaEfectivaAfiliacion", "2026-11-04");
    cuerpo.put("razonSocial", "Panadería La Ñapa S.A.S.");
    cuerpo.put("numeroMatriculaMercantil", "21000001");
    cuerpo.put("departamento", DEPARTAMENTO);
    cuerpo.put("municipio", "001");
    cuerpo.put("direccionContacto", "Calle 1 # 2-3");
    cuerpo.put("numeroTelefono", "6040000000");
    cuerpo.put("correoElectronico", "contacto@empresa.example");
    cuerpo.put("tipoDocumentoRepresentante", "CC");
    cuerpo.put("numeroDocumentoRepresentante", "1000000001");
    cuerpo.put("primerNombreRepresentante", "Ana");
    cuerpo.put("segundoNombreRepresentante", "");
    cuerpo.put("primerApellidoRepresentante", "Gómez");
    cuerpo.put("segundoApellidoRepresentante", "");
    return cuerpo;
  }

  private static void cierre(Map<String, String> cuerpo) {
    autorizaciones(cuerpo);
    cuerpo.put("manifestacion", "SI");
  }

  private static Map<String, String> desafiliacion(String radicado) {
    Map<String, String> cuerpo = new LinkedHashMap<>();
    cuerpo.put("numeroRadicadoSolicitud", radicado);
    cuerpo.put("numeroTransaccion", "0");
    empleador(cuerpo);
    cuerpo.put("fechaSolicitud", "2026-11-03");
    cuerpo.put("fechaEfectivaDesafiliacion", "2026-11-30");
    cuerpo.put("departamento", DEPARTAMENTO);
    autorizaciones(cuerpo);
    cuerpo.put("pazSalvo", "SI");
    cuerpo.put("fechaPazSalvo", "2026-11-02");
    return cuerpo;
  }

  private static Map<String, String> inicio(String radicado) {
    Map<String, String> cuerpo = new LinkedHashMap<>();
    cuerpo.put("tipoInicio", "1");
    cuerpo.put("fechaInicio", "2026-11-01");
    cuerpo.put("segundoNombre", "");
    cuerpo.put("segundoApellido", "");
    cuerpo.put("sexo", "M");
    cuerpo.put("fechaNacimiento", "");
    cuerpo.put("departamento", DEPARTAMENTO);
    cuerpo.put("municipio", "001");
    cuerpo.put("direccion", "Calle 1 # 2-3");
    cuerpo.put("telefono", "3000000000");
    cuerpo.put("correo", "");
    cuerpo.put("salario", "1750000");
    cuerpo.put("tipoSalario", "1");
    cuerpo.put("horasTrabajo", "220");
    cuerpo.put("numeroRadicadoSolicitud", radicado);
    cuerpo.put("numeroTransaccion", "0");
    empleador(cuerpo);
    trabajador(cuerpo);
    autorizaciones(cuerpo);
    return cuerpo;
  }

  private static Map<String, String> terminacion(String radicado) {
    Map<String, String> cuerpo = new LinkedHashMap<>();
    cuerpo.put("tipoTerminacion", "1");
    cuerpo.put("fechaTerminacion", "2026-11-15");
    cuerpo.put("numeroRadicadoSolicitud", radicado);
    cuerpo.put("numeroTransaccion", "0");
    empleador(cuerpo);
    trabajador(cuerpo);
    autorizaciones(cuerpo);
    return cuerpo;
  }

  private static Map<String, String> causaGrave(String radicado) {
    Map<String, String> cuerpo = new LinkedHashMap<>();
    cuerpo.put("numeroRadicadoSolicitud", radicado);
    cuerpo.put("tipoPersona", "J");
    empleador(cuerpo);
    cuerpo.put("fechaPerdidaAfiliacion", "2026-11-10");
    cuerpo.put("razonSocial", "Panadería La Ñapa S.A.S.");
    cuerpo.put("causalRetiro", "3");
    cuerpo.put("departamento", DEPARTAMENTO);
    cuerpo.put("primerApellidoEmpleador", "");
    cuerpo.put("primerNombreEmpleador", "");
    cuerpo.put("estadoReporte", "1");
    return cuerpo;
  }

  private static Map<String, String> estadoPago(String radicado) {
    Map<String, String> cuerpo = new LinkedHashMap<>();
    cuerpo.put("numeroRadicado", radicado);
    empleador(cuerpo);
    cuerpo.put("estadoPago", "1");
    return cuerpo;
  }

  private static void empleador(Map<String, String> cuerpo) {
    cuerpo.put("tipoDocumentoEmpleador", EMPLEADOR.tipo());
    cuerpo.put("numeroDocumentoEmpleador", EMPLEADOR.numero());
    cuerpo.put("serialSAT", EMPLEADOR.serialSAT());
  }

  private static void trabajador(Map<String, String> cuerpo) {
    cuerpo.put("tipoDocumentoTrabajador", "CC");
    cuerpo.put("numeroDocumentoTrabajador", "1030405060");
    cuerpo.put("primerNombre", "José");
    cuerpo.put("primerApellido", "Núñez");
  }

  private static void autorizaciones(Map<String, String> cuerpo) {
    cuerpo.put("autorizacionManejoDatos", "SI");
    cuerpo.put("autorizacionNotificaciones", "NO");
  }
}
