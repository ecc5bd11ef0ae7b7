package co.satccf.transmitter.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds and mends orphans; each find is a suspicion that the mending statement checks again under
 * the lock.
 */
final class SweepStatements {

  /** Before every key. */
  static final UUID PRIMERA = new UUID(0, 0);

  static final int LOTE = 1_000;

  private static final int VENTANA = 20_000;

  private SweepStatements() {}

  /** A key whose reports wait with nobody in front of them. */
  record Suspect(UUID llave, String empleador) {}

  /**
   * What one look over waiting reports found.
   *
   * @param ultima the last key looked at, or null when none was left
   */
  record Ventana(List<Suspect> suspects, @Nullable UUID ultima) {}

  /**
   * Looks over the next waiting reports, {@value #VENTANA} at a time: a statement of fractions of a
   * second, however many wait.
   *
   * @param despues the last key looked at
   */
  static Ventana withoutHolder(Connection connection, UUID despues) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            with ventana as (
              select llave from reporte
              where bloqueo = 'REPORTE_ANTERIOR' and llave > ? order by llave limit ?),
            sospecha as (
              select distinct v.llave from ventana v where not exists (
                select from reporte a where a.llave = v.llave
                  and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                  and a.bloqueo is distinct from 'REPORTE_ANTERIOR'))
            select u.ultima, s.llave,
              (select empleador from reporte r where r.llave = s.llave and r.bloqueo = 'REPORTE_ANTERIOR' limit 1)
            from (select llave as ultima from ventana order by llave desc limit 1) u left join sospecha s on true
            """)) {
      select.setObject(1, despues);
      select.setInt(2, VENTANA);
      try (ResultSet row = select.executeQuery()) {
        List<Suspect> suspects = new ArrayList<>();
        UUID ultima = null;
        while (row.next()) {
          ultima = row.getObject(1, UUID.class);
          UUID llave = row.getObject(2, UUID.class);
          String empleador = row.getString(3);
          if (llave != null && empleador != null) {
            suspects.add(new Suspect(llave, empleador));
          }
        }
        return new Ventana(suspects, ultima);
      }
    }
  }

  /** Whether nobody holds the turn of the key; the caller holds its stripe. */
  static boolean isFree(Connection connection, UUID llave) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select not exists (
              select from reporte a where a.llave = ?
                and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                and a.bloqueo is distinct from 'REPORTE_ANTERIOR')
            """)) {
      select.setObject(1, llave);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Employers whose reports are blocked although the register lets them go and no wake-up is on its
   * way; the conditions are those of {@code bloqueo_en_turno}, in a join and not row by row.
   */
  static List<String> wronglyGated(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select r.empleador
                from empleador_sat e
                  join reporte r on r.empleador = e.empleador
                    and r.estado = 'PENDIENTE' and r.bloqueo = 'EMPLEADOR_NO_INCORPORADO'
                  join despacho d on d.servicio = r.servicio
                where (d.requisito = 'ALGUNA_VEZ'
                    or e.estado = 'INCORPORADO'
                      and (d.requisito = 'ALGUN_DEPARTAMENTO' or e.departamento = r.departamento))
                  and not exists (select from despertar w where w.empleador = r.empleador)
                union
                select r.empleador
                from despacho d join reporte r on r.servicio = d.servicio
                  and r.estado = 'PENDIENTE' and r.bloqueo = 'EMPLEADOR_NO_INCORPORADO'
                where d.requisito = 'LIBRE'
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

  /**
   * Mends up to {@value #LOTE} reports of an employer.
   *
   * @return how many; fewer than {@value #LOTE} when it has no more
   */
  static int evaluate(Connection connection, String empleador) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with lote as (
              select r.id, b.nuevo
              from reporte r,
                lateral (select bloqueo_en_turno(r.servicio, r.empleador, r.departamento, r.retencion) as nuevo) b
              where r.empleador = ? and r.estado = 'PENDIENTE' and r.bloqueo = 'EMPLEADOR_NO_INCORPORADO'
                and b.nuevo is distinct from 'EMPLEADOR_NO_INCORPORADO'
                and not exists (select from despertar d where d.empleador = r.empleador)
              limit ? for update of r)
            update reporte r set bloqueo = lote.nuevo from lote where r.id = lote.id
            """)) {
      update.setString(1, empleador);
      update.setInt(2, LOTE);
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
