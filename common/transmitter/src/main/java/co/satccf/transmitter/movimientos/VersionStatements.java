package co.satccf.transmitter.movimientos;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.contrato.Glosa;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.store.Implicados;
import co.satccf.transmitter.store.Implicados.Implicado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The versions of a report: bodies, and what our own validation found in them. */
final class VersionStatements {

  private VersionStatements() {}

  /** A body, and the people it names. */
  static void insertarCuerpo(
      Connection connection, long reporte, int version, Cifrado cuerpo, Entrada.Reportable nueva)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cuerpo (reporte, version, clave, contenido, huella, evento_source, evento_id, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setLong(1, reporte);
      insert.setInt(2, version);
      insert.setString(3, cuerpo.clave());
      insert.setBytes(4, cuerpo.bytes());
      insert.setBytes(5, nueva.cuerpo().huella());
      insert.setString(6, nueva.evento().source());
      insert.setString(7, nueva.evento().id());
      insert.setString(8, nueva.procedencia().traceparent());
      insert.executeUpdate();
    }
    Implicados.agregar(connection, List.of(new Implicado(nueva.representante(), reporte)));
  }

  /** What our own validation found, as attempt 0 of its version. */
  static void insertarGlosas(Connection connection, long reporte, int version, List<Glosa> glosas)
      throws SQLException {
    if (glosas.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intento (reporte, numero, version, veredicto, codigo, mensaje, glosas, aplicado)
            values (?, 0, ?, 'LOCAL', ?, ?, ?::jsonb, true)
            """)) {
      insert.setLong(1, reporte);
      insert.setInt(2, version);
      insert.setString(3, glosas.getFirst().codigo());
      insert.setString(4, glosas.getFirst().mensaje());
      insert.setString(5, Resultado.glosas(glosas).toString());
      insert.executeUpdate();
    }
  }
}
