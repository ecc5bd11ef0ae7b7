package co.satccf.transmitter.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds and mends orphans; each find is a suspicion that the mending statement checks again under
 * the lock.
 */
final class SweepStatements {

  private SweepStatements() {}

  record Suspect(UUID llave, String empleador) {}

  static List<Suspect> withoutHolder(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select distinct r.llave, r.empleador from reporte r
                where r.bloqueo = 'REPORTE_ANTERIOR' and not exists (
                  select from reporte a where a.llave = r.llave
                    and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                    and a.bloqueo is distinct from 'REPORTE_ANTERIOR')
                limit 1000
                """);
        ResultSet row = select.executeQuery()) {
      List<Suspect> suspects = new ArrayList<>();
      while (row.next()) {
        suspects.add(new Suspect(row.getObject(1, UUID.class), row.getString(2)));
      }
      return suspects;
    }
  }

  static int giveTurn(Connection connection, UUID llave) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r
            set bloqueo = case when estado = 'GLOSADO' then null
                               else bloqueo_en_turno(servicio, empleador, departamento, retencion) end
            where id = (select id from reporte where llave = ? and bloqueo = 'REPORTE_ANTERIOR'
                        order by coalesce(orden, id) limit 1)
              and not exists (
                select from reporte a where a.llave = r.llave
                  and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                  and a.bloqueo is distinct from 'REPORTE_ANTERIOR')
            """)) {
      update.setObject(1, llave);
      return update.executeUpdate();
    }
  }

  /**
   * Employers whose reports are blocked although nothing holds them and no wake-up is on its way.
   */
  static List<String> wronglyGated(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select distinct r.empleador from reporte r
                where r.estado = 'PENDIENTE' and r.bloqueo = 'EMPLEADOR_NO_INCORPORADO'
                  and bloqueo_en_turno(r.servicio, r.empleador, r.departamento, r.retencion)
                      is distinct from 'EMPLEADOR_NO_INCORPORADO'
                  and not exists (select from despertar d where d.empleador = r.empleador)
                limit 1000
                """);
        ResultSet row = select.executeQuery()) {
      List<String> empleadores = new ArrayList<>();
      while (row.next()) {
        empleadores.add(row.getString(1));
      }
      return empleadores;
    }
  }

  static int evaluate(Connection connection, String empleador) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte
            set bloqueo = bloqueo_en_turno(servicio, empleador, departamento, retencion)
            where empleador = ? and estado = 'PENDIENTE' and bloqueo = 'EMPLEADOR_NO_INCORPORADO'
              and bloqueo_en_turno(servicio, empleador, departamento, retencion)
                  is distinct from 'EMPLEADOR_NO_INCORPORADO'
              and not exists (select from despertar d where d.empleador = reporte.empleador)
            """)) {
      update.setString(1, empleador);
      return update.executeUpdate();
    }
  }

  static boolean count(Connection connection, String causa, int orphans) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update barrido set huerfanos = huerfanos + ? where causa = ?")) {
      update.setInt(1, orphans);
      update.setString(2, causa);
      return update.executeUpdate() == 1;
    }
  }
}
