package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;

/** How one call ended: what was claimed, what it becomes, and what came back. */
record Desenlace(ReporteReclamado reclamado, Liquidacion liquidacion, Respuesta respuesta) {

  ReporteIdentificado reporte() {
    return reclamado.reporte();
  }

  ServicioSat servicio() {
    return reclamado.servicio();
  }

  EstadoReporte estado() {
    return liquidacion.estado();
  }
}
