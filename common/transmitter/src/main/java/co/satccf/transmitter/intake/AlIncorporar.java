package co.satccf.transmitter.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Takes the opening balance into the register, in the transaction of the intake; space 2 is locked
 * exclusively.
 */
public interface AlIncorporar {

  void incorporados(Connection connection, List<Incorporacion> incorporaciones) throws SQLException;

  /**
   * An employer that is in SAT without a report of ours.
   *
   * @param empleador reference
   * @param desde time of the event
   */
  record Incorporacion(String empleador, String departamento, Instant desde) {}
}
