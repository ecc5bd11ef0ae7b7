package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;

/**
 * How one call ended: what was claimed, what it becomes, and what came back.
 *
 * @param aceptado whether the Ministry has taken the body, whatever becomes of the report
 * @param aplica whether the report becomes what the answer says
 */
record Desenlace(
    ReporteReclamado reclamado,
    Liquidacion liquidacion,
    Respuesta respuesta,
    boolean aceptado,
    boolean aplica) {

  Desenlace(ReporteReclamado reclamado, Liquidacion liquidacion, Respuesta respuesta) {
    this(reclamado, liquidacion, respuesta, liquidacion.estado().esFinal(), true);
  }

  /** The same answer, when the store refuses what it makes of the report. */
  Desenlace apartado() {
    return new Desenlace(reclamado, liquidacion.apartada(), respuesta.sinAdorno(), aceptado, false);
  }

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
