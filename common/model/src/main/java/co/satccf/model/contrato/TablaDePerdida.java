package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.reporte.PerdidaAfiliacionCausaGrave;
import java.util.List;

/** Annex 3.2.7: 12 fields, no numeroTransaccion. */
final class TablaDePerdida extends Tabla<PerdidaAfiliacionCausaGrave> {
  @Override
  ServicioSat servicio() {
    return ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE;
  }

  @Override
  Class<PerdidaAfiliacionCausaGrave> tipo() {
    return PerdidaAfiliacionCausaGrave.class;
  }

  @Override
  List<Campo<PerdidaAfiliacionCausaGrave>> campos() {
    return List.of(
        radicado("numeroRadicadoSolicitud"),
        deLista(
                "tipoPersona",
                "GE10",
                "el tipo de persona",
                "empleador.tipoPersona",
                TablaDePerdida::tipoPersona,
                Lista.TIPO_PERSONA)
            .obligatorio(),
        tipoDocumentoEmpleador(),
        numeroDocumentoEmpleador(),
        serialSat(),
        fecha(
                "fechaPerdidaAfiliacion",
                "GE14",
                "la fecha de pérdida de la afiliación",
                "fechaPerdidaAfiliacion",
                PerdidaAfiliacionCausaGrave::fechaPerdidaAfiliacion)
            .obligatorio(),
        campo(
                "razonSocial",
                "GE17",
                "la razón social",
                "empleador.razonSocial",
                r -> r.empleador().razonSocial())
            .segun(personaJuridica(TablaDePerdida::tipoPersona))
            .maximo(500),
        deLista(
                "causalRetiro",
                "LOC01",
                "la causal de retiro",
                "causalRetiro",
                PerdidaAfiliacionCausaGrave::causalRetiro,
                Lista.CAUSAL_RETIRO)
            .obligatorio(),
        departamento("departamento", PerdidaAfiliacionCausaGrave::departamentoInformado),
        nombre(
                "primerApellidoEmpleador",
                "GE12",
                "el primer apellido del empleador",
                "empleador.primerApellido",
                r -> r.empleador().primerApellido())
            .segun(personaNatural(TablaDePerdida::tipoPersona)),
        nombre(
                "primerNombreEmpleador",
                "GE12",
                "el primer nombre del empleador",
                "empleador.primerNombre",
                r -> r.empleador().primerNombre())
            .segun(personaNatural(TablaDePerdida::tipoPersona)),
        deLista(
                "estadoReporte",
                "LOC02",
                "el estado del reporte",
                "estadoReporte",
                PerdidaAfiliacionCausaGrave::estadoReporte,
                Lista.ESTADO_REPORTE)
            .obligatorio());
  }

  private static String tipoPersona(PerdidaAfiliacionCausaGrave reporte) {
    return reporte.empleador().tipoPersona();
  }
}
