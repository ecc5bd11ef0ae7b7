package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.reporte.Desafiliacion;
import java.util.List;
import java.util.Set;

/** Annex 3.2.5: 12 fields. The paz y salvo has another name here than in an affiliation. */
final class TablaDeDesafiliacion extends Tabla<Desafiliacion> {
  @Override
  ServicioSat servicio() {
    return ServicioSat.DESAFILIACION;
  }

  @Override
  Class<Desafiliacion> tipo() {
    return Desafiliacion.class;
  }

  @Override
  List<Campo<Desafiliacion>> campos() {
    return List.of(
        radicado("numeroRadicadoSolicitud"),
        numeroTransaccion(Desafiliacion::numeroTransaccion),
        tipoDocumentoEmpleador(),
        numeroDocumentoEmpleador(),
        serialSat(),
        fecha(
                "fechaSolicitud",
                "GE14",
                "la fecha de solicitud",
                "fechaSolicitud",
                Desafiliacion::fechaSolicitud)
            .obligatorio(),
        fecha(
                "fechaEfectivaDesafiliacion",
                "GE16",
                "la fecha efectiva de desafiliación",
                "fechaEfectivaDesafiliacion",
                Desafiliacion::fechaEfectivaDesafiliacion)
            .obligatorio(),
        departamento("departamento", Desafiliacion::departamentoInformado),
        autorizacionManejoDatos(Desafiliacion::autorizaciones),
        autorizacionNotificaciones(Desafiliacion::autorizaciones),
        deLista(
                "pazSalvo",
                "GE31",
                "el paz y salvo",
                "pazYSalvo",
                Desafiliacion::pazYSalvo,
                Lista.PAZ_Y_SALVO)
            .obligatorio(),
        fecha(
                "fechaPazSalvo",
                "GE32",
                "la fecha del paz y salvo",
                "fechaPazYSalvo",
                Desafiliacion::fechaPazYSalvo)
            .segun(
                new Condicion<>(
                    "data.pazYSalvo",
                    "el paz y salvo",
                    Desafiliacion::pazYSalvo,
                    Set.of("SI"),
                    Set.of())));
  }
}
