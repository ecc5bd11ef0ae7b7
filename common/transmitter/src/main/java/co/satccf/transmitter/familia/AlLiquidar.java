package co.satccf.transmitter.familia;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.SQLException;

/** A consequence of a settled report that must stand in the same transaction as its settlement. */
public interface AlLiquidar {

  /** Takes the locks it needs in space 2, exclusive; space 1 is held already (rule 1). */
  void liquidado(Connection connection, ReporteIdentificado reporte, EstadoReporte estado)
      throws SQLException;
}
