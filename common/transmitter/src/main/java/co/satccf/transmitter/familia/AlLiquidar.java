package co.satccf.transmitter.familia;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A consequence of a settled report that must stand in the same transaction as its settlement. It
 * takes the locks it needs in space 2, exclusive; space 1 is held already (rule 1).
 */
public interface AlLiquidar {

  /** The report is settled now. */
  void liquidado(Connection connection, ReporteIdentificado reporte, EstadoReporte estado)
      throws SQLException;

  /**
   * The report was settled in a past that the store has lost: what has happened since stands.
   *
   * @param cuando when it was settled, by the database's time
   */
  void reaplicado(
      Connection connection, ReporteIdentificado reporte, EstadoReporte estado, Instant cuando)
      throws SQLException;
}
