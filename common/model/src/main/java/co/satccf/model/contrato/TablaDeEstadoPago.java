package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import java.util.List;

/**
 * Five fields, no date nor period. The cajas disagree on the name of the first: some send
 * numeroRadicado, others numeroRadicadoSolicitud.
 */
final class TablaDeEstadoPago extends Tabla<EstadoPagoEmpleador> {
  @Override
  ServicioSat servicio() {
    return ServicioSat.ESTADO_PAGO_EMPLEADOR;
  }

  @Override
  Class<EstadoPagoEmpleador> tipo() {
    return EstadoPagoEmpleador.class;
  }

  @Override
  List<Campo<EstadoPagoEmpleador>> campos() {
    return List.of(
        radicado("numeroRadicado"),
        tipoDocumentoEmpleador(),
        numeroDocumentoEmpleador(),
        serialSat(),
        deLista(
                "estadoPago",
                "LOC03",
                "el estado de pago",
                "estadoPago",
                EstadoPagoEmpleador::estadoPago,
                Lista.ESTADO_PAGO)
            .obligatorio());
  }
}
