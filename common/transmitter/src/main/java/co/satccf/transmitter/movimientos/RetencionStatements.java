package co.satccf.transmitter.movimientos;

import co.satccf.model.estado.Bloqueo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps a report from going although it is its turn: a person, or the time. */
final class RetencionStatements {

  private RetencionStatements() {}

  /**
   * Lifts what an operator had to lift; returns what holds the report now. Being held for a
   * withdrawn predecessor has hidden whether it may be a duplicate: nobody has judged that yet.
   *
   * @param espera after which one that is INCIERTO may go again, counted from when it became so;
   *     null: not by itself
   */
  static @Nullable Bloqueo liberar(
      Connection connection, ReporteTomado tomado, @Nullable Duration espera) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r
            set retencion = n.retencion, desde = now(),
              no_antes = case when r.estado = 'INCIERTO' and r.no_antes = 'infinity'
                then coalesce(r.desde + ? * interval '1 millisecond', 'infinity') else r.no_antes end,
              revision = r.revision + case when r.estado = 'PENDIENTE' then 1 else 0 end,
              bloqueo = case when r.bloqueo = 'REPORTE_ANTERIOR' then r.bloqueo
                             when r.estado <> 'PENDIENTE' then null
                             else bloqueo_en_turno(r.servicio, r.empleador, r.departamento, n.retencion) end
            from (
              select o.id, case when o.retencion = 'ANTERIOR_RETIRADO' and exists (
                  select from reporte p where p.hecho = o.hecho and p.id < o.id
                    and p.estado not in ('RETIRADO', 'SUSTITUIDO')) then 'POSIBLE_DUPLICADO' end as retencion
              from reporte o where o.id = ?) n
            where r.id = n.id returning r.bloqueo
            """)) {
      update.setObject(1, espera == null ? null : espera.toMillis(), Types.BIGINT);
      update.setLong(2, tomado.id());
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return LecturaStatements.bloqueo(row, 1);
      }
    }
  }

  /** What holds a report that is retained. */
  record Retenido(@Nullable Bloqueo bloqueo) {}

  /**
   * Holds a report for a person as a possible duplicate, one that is in flight for when it comes
   * back, one whose answer was lost where it is; empty when it is held so already, or has ended, or
   * a person has it.
   */
  static Optional<Retenido> retener(Connection connection, ReporteTomado tomado)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte
            set retencion = 'POSIBLE_DUPLICADO', desde = now(), revision = revision + (estado = 'PENDIENTE')::int,
                no_antes = case when estado = 'INCIERTO' then 'infinity' else no_antes end,
                bloqueo = case when bloqueo = 'REPORTE_ANTERIOR' then bloqueo
                               when estado = 'PENDIENTE' then 'POSIBLE_DUPLICADO' end
            where id = ? and estado in ('PENDIENTE', 'GLOSADO', 'EN_VUELO', 'INCIERTO')
              and retencion is distinct from 'POSIBLE_DUPLICADO'
            returning bloqueo
            """)) {
      update.setLong(1, tomado.id());
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(new Retenido(LecturaStatements.bloqueo(row, 1)));
      }
    }
  }

  /** Lets a waiting report go at the next claim; false when it is not time that holds it. */
  static boolean apurar(Connection connection, ReporteTomado tomado) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte set no_antes = now()
            where id = ? and estado = 'PENDIENTE' and bloqueo is null and no_antes < 'infinity'
            """)) {
      update.setLong(1, tomado.id());
      return update.executeUpdate() == 1;
    }
  }
}
