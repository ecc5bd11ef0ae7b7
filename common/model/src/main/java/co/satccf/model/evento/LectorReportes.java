package co.satccf.model.evento;

import co.satccf.model.ServicioSat;
import co.satccf.model.reporte.AfiliacionNoPrimeraVez;
import co.satccf.model.reporte.AfiliacionPrimeraVez;
import co.satccf.model.reporte.Desafiliacion;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import co.satccf.model.reporte.InicioRelacionLaboral;
import co.satccf.model.reporte.PerdidaAfiliacionCausaGrave;
import co.satccf.model.reporte.Reporte;
import co.satccf.model.reporte.TerminacionRelacionLaboral;

/** Builds the typed report of a service from an event's data, whatever the data hold. */
final class LectorReportes {
  private LectorReportes() {}

  static Reporte leer(ServicioSat servicio, String radicado, Datos datos) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ ->
          new AfiliacionPrimeraVez(
              radicado,
              numeroTransaccion(datos),
              datos.empleador(),
              datos.texto("fechaSolicitud"),
              datos.texto("perdidaAfiliacionCausaGrave"),
              datos.texto("fechaEfectivaAfiliacion"),
              datos.ubicacion(),
              datos.contacto(),
              datos.representante(),
              datos.autorizaciones(),
              datos.texto("manifestacion"));
      case AFILIACION_NO_PRIMERA_VEZ ->
          new AfiliacionNoPrimeraVez(
              radicado,
              numeroTransaccion(datos),
              datos.empleador(),
              datos.texto("fechaSolicitud"),
              datos.texto("perdidaAfiliacionCausaGrave"),
              datos.texto("fechaEfectivaAfiliacion"),
              datos.ubicacion(),
              datos.contacto(),
              datos.representante(),
              datos.texto("codigoCajaAnterior"),
              datos.texto("pazYSalvo"),
              datos.texto("fechaPazYSalvo"),
              datos.autorizaciones(),
              datos.texto("manifestacion"));
      case DESAFILIACION ->
          new Desafiliacion(
              radicado,
              numeroTransaccion(datos),
              datos.parte("empleador").documento(),
              datos.parte("empleador").serialSat(),
              datos.texto("fechaSolicitud"),
              datos.texto("fechaEfectivaDesafiliacion"),
              datos.texto("departamento"),
              datos.autorizaciones(),
              datos.texto("pazYSalvo"),
              datos.texto("fechaPazYSalvo"));
      case INICIO_RELACION_LABORAL ->
          new InicioRelacionLaboral(
              radicado,
              numeroTransaccion(datos),
              datos.parte("empleador").documento(),
              datos.parte("empleador").serialSat(),
              datos.trabajador(),
              datos.texto("tipoInicio"),
              datos.texto("fechaInicio"),
              datos.ubicacion(),
              datos.contacto(),
              datos.texto("salario"),
              datos.texto("tipoSalario"),
              datos.texto("horasTrabajo"),
              datos.autorizaciones());
      case TERMINACION_RELACION_LABORAL ->
          new TerminacionRelacionLaboral(
              radicado,
              numeroTransaccion(datos),
              datos.parte("empleador").documento(),
              datos.parte("empleador").serialSat(),
              datos.trabajador(),
              datos.texto("tipoTerminacion"),
              datos.texto("fechaTerminacion"),
              datos.autorizaciones());
      case PERDIDA_AFILIACION_CAUSA_GRAVE ->
          new PerdidaAfiliacionCausaGrave(
              radicado,
              datos.empleador(),
              datos.texto("fechaPerdidaAfiliacion"),
              datos.texto("causalRetiro"),
              datos.texto("departamento"),
              datos.texto("estadoReporte"));
      case ESTADO_PAGO_EMPLEADOR ->
          new EstadoPagoEmpleador(
              radicado,
              datos.parte("empleador").documento(),
              datos.parte("empleador").serialSat(),
              datos.texto("estadoPago"));
    };
  }

  private static String numeroTransaccion(Datos datos) {
    return datos.texto("numeroTransaccion", "0");
  }
}
