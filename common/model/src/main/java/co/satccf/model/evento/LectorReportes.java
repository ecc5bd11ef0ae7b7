package co.satccf.model.evento;

import co.satccf.model.ServicioSat;
import co.satccf.model.reporte.AfiliacionNoPrimeraVez;
import co.satccf.model.reporte.AfiliacionPrimeraVez;
import co.satccf.model.reporte.Autorizaciones;
import co.satccf.model.reporte.Contacto;
import co.satccf.model.reporte.Desafiliacion;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Empleador;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import co.satccf.model.reporte.InicioRelacionLaboral;
import co.satccf.model.reporte.PerdidaAfiliacionCausaGrave;
import co.satccf.model.reporte.Reporte;
import co.satccf.model.reporte.Representante;
import co.satccf.model.reporte.TerminacionRelacionLaboral;
import co.satccf.model.reporte.Trabajador;
import co.satccf.model.reporte.Ubicacion;
import com.fasterxml.jackson.databind.JsonNode;

/** Turns an event's data into a typed report, by hand: no reflection, and every text as it came. */
final class LectorReportes {

  /** What SAT expects where the transaction did not start there. */
  private static final String TRANSACCION_PROPIA = "0";

  private LectorReportes() {}

  static Reporte leer(ServicioSat servicio, String radicado, JsonNode data) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ ->
          new AfiliacionPrimeraVez(
              radicado,
              transaccion(data),
              empleador(data),
              texto(data, "fechaSolicitud"),
              texto(data, "perdidaAfiliacionCausaGrave"),
              texto(data, "fechaEfectivaAfiliacion"),
              ubicacion(data),
              contacto(data),
              representante(data.path("representante")),
              autorizaciones(data),
              texto(data, "manifestacion"));
      case AFILIACION_NO_PRIMERA_VEZ ->
          new AfiliacionNoPrimeraVez(
              radicado,
              transaccion(data),
              empleador(data),
              texto(data, "fechaSolicitud"),
              texto(data, "perdidaAfiliacionCausaGrave"),
              texto(data, "fechaEfectivaAfiliacion"),
              ubicacion(data),
              contacto(data),
              representante(data.path("representante")),
              texto(data, "codigoCajaAnterior"),
              texto(data, "pazYSalvo"),
              texto(data, "fechaPazYSalvo"),
              autorizaciones(data),
              texto(data, "manifestacion"));
      case DESAFILIACION ->
          new Desafiliacion(
              radicado,
              transaccion(data),
              documento(data.path("empleador")),
              serial(data),
              texto(data, "fechaSolicitud"),
              texto(data, "fechaEfectivaDesafiliacion"),
              texto(data, "departamento"),
              autorizaciones(data),
              texto(data, "pazYSalvo"),
              texto(data, "fechaPazYSalvo"));
      case INICIO_RELACION_LABORAL ->
          new InicioRelacionLaboral(
              radicado,
              transaccion(data),
              documento(data.path("empleador")),
              serial(data),
              trabajador(data),
              texto(data, "tipoInicio"),
              texto(data, "fechaInicio"),
              ubicacion(data),
              contacto(data),
              texto(data, "salario"),
              texto(data, "tipoSalario"),
              texto(data, "horasTrabajo"),
              autorizaciones(data));
      case TERMINACION_RELACION_LABORAL ->
          new TerminacionRelacionLaboral(
              radicado,
              transaccion(data),
              documento(data.path("empleador")),
              serial(data),
              trabajador(data),
              texto(data, "tipoTerminacion"),
              texto(data, "fechaTerminacion"),
              autorizaciones(data));
      case PERDIDA_AFILIACION_CAUSA_GRAVE ->
          new PerdidaAfiliacionCausaGrave(
              radicado,
              empleador(data),
              texto(data, "fechaPerdidaAfiliacion"),
              texto(data, "causalRetiro"),
              texto(data, "departamento"),
              texto(data, "estadoReporte"));
      case ESTADO_PAGO_EMPLEADOR ->
          new EstadoPagoEmpleador(
              radicado, documento(data.path("empleador")), serial(data), texto(data, "estadoPago"));
    };
  }

  static String serial(JsonNode data) {
    String serial = texto(data, "empleador", "serialSAT");
    return serial.isEmpty() ? "0" : serial;
  }

  private static Empleador empleador(JsonNode data) {
    JsonNode node = data.path("empleador");
    return new Empleador(
        texto(node, "tipoPersona"),
        texto(node, "naturalezaJuridica"),
        documento(node),
        serial(data),
        texto(node, "primerNombre"),
        texto(node, "segundoNombre"),
        texto(node, "primerApellido"),
        texto(node, "segundoApellido"),
        texto(node, "razonSocial"),
        texto(node, "numeroMatriculaMercantil"));
  }

  private static Trabajador trabajador(JsonNode data) {
    JsonNode node = data.path("trabajador");
    return new Trabajador(
        documento(node),
        texto(node, "primerNombre"),
        texto(node, "segundoNombre"),
        texto(node, "primerApellido"),
        texto(node, "segundoApellido"),
        texto(node, "sexo"),
        texto(node, "fechaNacimiento"));
  }

  private static Representante representante(JsonNode node) {
    return new Representante(
        documento(node),
        texto(node, "primerNombre"),
        texto(node, "segundoNombre"),
        texto(node, "primerApellido"),
        texto(node, "segundoApellido"));
  }

  private static Documento documento(JsonNode persona) {
    return new Documento(texto(persona, "documento", "tipo"), texto(persona, "documento", "numero"));
  }

  private static Ubicacion ubicacion(JsonNode data) {
    JsonNode node = data.path("ubicacion");
    return new Ubicacion(texto(node, "departamento"), texto(node, "municipio"), texto(node, "direccion"));
  }

  private static Contacto contacto(JsonNode data) {
    return new Contacto(texto(data, "contacto", "telefono"), texto(data, "contacto", "correo"));
  }

  private static Autorizaciones autorizaciones(JsonNode data) {
    return new Autorizaciones(
        texto(data, "autorizaciones", "manejoDatos"), texto(data, "autorizaciones", "notificaciones"));
  }

  private static String transaccion(JsonNode data) {
    String numero = texto(data, "numeroTransaccion");
    return numero.isEmpty() ? TRANSACCION_PROPIA : numero;
  }

  private static String texto(JsonNode node, String... ruta) {
    return Nodo.texto(node, ruta);
  }
}
