package co.satccf.transmitter.problem;

import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;

/** A move that the table of legal moves does not have; nothing was changed. */
public final class MovimientoIlegal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MovimientoIlegal(EstadoReporte de, EstadoReporte a, Causa causa) {
    super("Un reporte %s no pasa a %s por %s".formatted(de, a, causa.descripcion()));
  }
}
