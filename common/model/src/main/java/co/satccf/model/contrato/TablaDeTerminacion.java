package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.reporte.TerminacionRelacionLaboral;
import java.util.List;

/** Annex 3.2.9: 13 fields, all mandatory. */
final class TablaDeTerminacion extends Tabla<TerminacionRelacionLaboral> {
  @Override
  ServicioSat servicio() {
    return ServicioSat.TERMINACION_RELACION_LABORAL;
  }

  @Override
  Class<TerminacionRelacionLaboral> tipo() {
    return TerminacionRelacionLaboral.class;
  }

  @Override
  List<Campo<TerminacionRelacionLaboral>> campos() {
    return List.of(
        deLista(
                "tipoTerminacion",
                "GE35",
                "el tipo de terminación",
                "tipoTerminacion",
                TerminacionRelacionLaboral::tipoTerminacion,
                Lista.TIPO_TERMINACION)
            .obligatorio(),
        fecha(
                "fechaTerminacion",
                "GE14",
                "la fecha de terminación",
                "fechaTerminacion",
                TerminacionRelacionLaboral::fechaTerminacion)
            .obligatorio(),
        radicado("numeroRadicadoSolicitud"),
        numeroTransaccion(TerminacionRelacionLaboral::numeroTransaccion),
        tipoDocumentoEmpleador(),
        numeroDocumentoEmpleador(),
        serialSat(),
        tipoDocumento(
                "tipoDocumentoTrabajador",
                "GE37",
                "el tipo de documento del trabajador",
                "trabajador.documento",
                r -> r.trabajador().documento(),
                Rol.TRABAJADOR)
            .obligatorio(),
        numeroDocumento(
                "numeroDocumentoTrabajador",
                "el número de documento del trabajador",
                "trabajador.documento",
                r -> r.trabajador().documento(),
                Rol.TRABAJADOR)
            .obligatorio(),
        nombre(
                "primerNombre",
                "GE26",
                "el primer nombre del trabajador",
                "trabajador.primerNombre",
                r -> r.trabajador().primerNombre())
            .obligatorio(),
        nombre(
                "primerApellido",
                "GE26",
                "el primer apellido del trabajador",
                "trabajador.primerApellido",
                r -> r.trabajador().primerApellido())
            .obligatorio(),
        autorizacionManejoDatos(TerminacionRelacionLaboral::autorizaciones),
        autorizacionNotificaciones(TerminacionRelacionLaboral::autorizaciones));
  }
}
