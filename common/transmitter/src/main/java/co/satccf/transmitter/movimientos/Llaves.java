package co.satccf.transmitter.movimientos;

import co.satccf.transmitter.store.Locks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The keys and employers that a transaction locks at its beginning, all at once and in order (rule
 * 1). One that turns out to need another begins again with that one, too.
 */
public final class Llaves {

  private final Set<UUID> llaves;
  private final Set<String> empleadores;
  private final boolean cambiaRegistro;

  /**
   * @param cambiaRegistro whether the register may change as a consequence
   */
  public Llaves(Collection<UUID> llaves, Collection<String> empleadores, boolean cambiaRegistro) {
    this.llaves = new HashSet<>(llaves);
    this.empleadores = new HashSet<>(empleadores);
    this.cambiaRegistro = cambiaRegistro;
  }

  public void tomar(Connection connection) throws SQLException {
    Locks.turns(connection, llaves, empleadores, cambiaRegistro);
  }

  /** Whether it was among those that were locked; from now on it is. */
  boolean tiene(LecturaStatements.Lugar lugar) {
    empleadores.add(lugar.empleador());
    return !llaves.add(lugar.llave());
  }
}
