package co.satccf.transmitter.retencion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The statements of {@link Depuracion}: each takes a batch, past rows that others have locked. */
final class DepuracionStatements {

  /** As the index {@code reporte_por_purgar} says it. */
  private static final String TERMINADO =
      "estado in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')";

  private DepuracionStatements() {}

  /** What a batch took from reports that have ended. */
  record Reportes(int reportes, int cuerpos, int respuestas) {}

  /** Bodies and answers of up to so many reports that ended before an instant. */
  static Reportes reportes(Connection connection, Instant hasta, int limite) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with terminado as (
              select id from reporte where %s and purgado is null and desde < ?
              order by desde limit ? for update skip locked),
            cuerpos as (
              update cuerpo set clave = null, contenido = null
              where reporte = any (array (select id from terminado)) and clave is not null returning 1),
            respuestas as (
              update intento set clave = null, respuesta = null
              where reporte = any (array (select id from terminado)) and clave is not null returning 1),
            marcado as (
              update reporte set purgado = now() where id = any (array (select id from terminado)) returning 1)
            select (select count(*) from marcado), (select count(*) from cuerpos), (select count(*) from respuestas)
            """
                .formatted(TERMINADO))) {
      update.setObject(1, hasta.atOffset(ZoneOffset.UTC));
      update.setInt(2, limite);
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return new Reportes(row.getInt(1), row.getInt(2), row.getInt(3));
      }
    }
  }

  /** Quarantined bytes that somebody dealt with before an instant. */
  static int cuarentena(Connection connection, Instant hasta, int limite) throws SQLException {
    return registros(
        connection,
        """
        update cuarentena set clave = null, contenido = null, cabeceras = null where id = any (array (
          select id from cuarentena where estado <> 'ABIERTA' and clave is not null and desde < ?
          limit ? for update skip locked))
        """,
        hasta,
        limite);
  }

  /** Events of corrections that are done with, as is the report they name. */
  static int correcciones(Connection connection, Instant hasta, int limite) throws SQLException {
    return registros(
        connection,
        """
        update correccion set clave = null, contenido = null, cabeceras = null where id = any (array (
          select c.id from correccion c
          where c.estado in ('APLICADA', 'RECHAZADA', 'DESCARTADA') and c.clave is not null and c.desde < ?
            and not exists (
              select from reporte r where r.servicio = c.servicio and r.radicado in (c.original, c.radicado)
                and r.purgado is null)
          limit ? for update skip locked))
        """,
        hasta,
        limite);
  }

  private static int registros(Connection connection, String sql, Instant hasta, int limite)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, hasta.atOffset(ZoneOffset.UTC));
      update.setInt(2, limite);
      return update.executeUpdate();
    }
  }

  /** The instant before which what has ended is purged, by the clock of the database. */
  static Instant limite(Connection connection, long segundos) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select now() - ? * interval '1 second'")) {
      select.setLong(1, segundos);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }
}
