package co.satccf.transmitter.store;

import co.satccf.model.ServicioSat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The turn of a key goes to its next report, evaluated afresh (rule 2). */
public final class Turnos {

  private Turnos() {}

  /**
   * Who has the turn now.
   *
   * @param listo whether it can be sent at once
   */
  public record Turno(long id, ServicioSat servicio, String radicado, boolean listo) {}

  /**
   * Marks the report behind one that ends before its turn came; the caller holds the key's stripe,
   * exclusive.
   */
  public static void retenerSeguidor(Connection connection, long id, String retencion)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte set retencion = ?
            where id = (select s.id from reporte o join reporte s on s.llave = o.llave
                        where o.id = ? and s.bloqueo = 'REPORTE_ANTERIOR'
                          and (coalesce(s.orden, s.id), s.id) > (coalesce(o.orden, o.id), o.id)
                        order by coalesce(s.orden, s.id), s.id limit 1)
            """)) {
      update.setString(1, retencion);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  /**
   * Gives the turn away; the caller holds the key's stripe, exclusive, and has ended or moved its
   * holder.
   *
   * @param retencion what an operator must lift before the next report may go, or null
   */
  public static Optional<Turno> siguiente(
      Connection connection, UUID llave, @Nullable String retencion) throws SQLException {
    return siguientes(connection, List.of(llave), retencion).stream().findFirst();
  }

  /** As {@link #siguiente}, for many keys. */
  public static List<Turno> siguientes(Connection connection, Collection<UUID> llaves)
      throws SQLException {
    return llaves.isEmpty() ? List.of() : siguientes(connection, llaves, null);
  }

  private static List<Turno> siguientes(
      Connection connection, Collection<UUID> llaves, @Nullable String retencion)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte
            set retencion = coalesce(?, retencion),
                bloqueo = case when estado = 'GLOSADO' then null
                               else bloqueo_en_turno(servicio, empleador, departamento, coalesce(?, retencion)) end
            where id = any (array (
              select siguiente.id from unnest(?::uuid[]) as libre(llave), lateral (
                select id from reporte where llave = libre.llave and bloqueo = 'REPORTE_ANTERIOR'
                order by coalesce(orden, id) limit 1) siguiente))
            returning id, servicio, radicado, estado = 'PENDIENTE' and bloqueo is null
            """)) {
      update.setString(1, retencion);
      update.setString(2, retencion);
      update.setArray(3, connection.createArrayOf("uuid", llaves.toArray()));
      try (ResultSet row = update.executeQuery()) {
        List<Turno> turnos = new ArrayList<>();
        while (row.next()) {
          turnos.add(
              new Turno(
                  row.getLong(1),
                  ServicioSat.porNombre(row.getString(2)).orElseThrow(),
                  row.getString(3),
                  row.getBoolean(4)));
        }
        return turnos;
      }
    }
  }
}
