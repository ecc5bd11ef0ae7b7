package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unfinished part of the queue; settled reports, by far the most, are not looked at. */
final class ColaStatements {

  /** Each arm of the union repeats the condition of one partial index. */
  private static final String READ =
      """
      with cola as (
        select servicio, bloqueo, count(*) as n, min(recibido) as antiguo from reporte
        where estado = 'PENDIENTE' and bloqueo is distinct from 'REPORTE_ANTERIOR' group by servicio, bloqueo
        union all
        select servicio, bloqueo, count(*), null from reporte
        where bloqueo = 'REPORTE_ANTERIOR' and estado = 'PENDIENTE' group by servicio, bloqueo
        union all
        select servicio, 'EN_VUELO', count(*), null from reporte where estado = 'EN_VUELO' group by servicio
        union all
        select servicio, case when vence <= now() then 'VENCIDO' else 'POR_VENCER' end, count(*), null from reporte
        where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
          and vence < 'infinity' and vence <= now() + ? * interval '1 second'
        group by 1, 2
        union all
        select servicio, estado, count(*), null from reporte
        where estado in ('INCIERTO', 'POR_CONFIRMAR') and (estado = 'POR_CONFIRMAR' or no_antes = 'infinity')
        group by servicio, estado)
      select d.servicio, d.puerta is not null, d.pausado,
        coalesce(sum(c.n) filter (where c.bloqueo is null), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'REPORTE_ANTERIOR'), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'ANTERIOR_RETIRADO'), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'POSIBLE_DUPLICADO'), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'EMPLEADOR_NO_INCORPORADO'), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'EN_VUELO'), 0),
        coalesce(extract(epoch from now() - min(c.antiguo) filter (where c.bloqueo is null)), 0),
        (select count(*) from salida),
        coalesce(sum(c.n) filter (where c.bloqueo = 'VENCIDO'), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'POR_VENCER'), 0),
        (select count(*) from cuarentena where estado = 'ABIERTA'),
        (select count(*) from correccion where estado = 'EN_BANDEJA'),
        (select count(*) from correccion e where e.estado = 'EN_ESPERA'
          and not exists (select from reporte r where r.servicio = e.servicio and r.radicado = e.original)),
        (select count(distinct i.reporte) from intento i join reporte r on r.id = i.reporte
          where not i.aplicado and i.veredicto in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'YA_REPORTADO')
            and r.estado not in ('ACEPTADO', 'ACEPTADO_CON_ALERTA')),
        d.cupo_vigente,
        coalesce(sum(c.n) filter (where c.bloqueo = 'INCIERTO'), 0),
        coalesce(sum(c.n) filter (where c.bloqueo = 'POR_CONFIRMAR'), 0)
      from despacho d left join cola c on c.servicio = d.servicio
      group by d.servicio
      """;

  private ColaStatements() {}

  /** What waits and moves now. */
  record Cola(List<DelServicio> servicios, long salidaPendiente, PorVer porVer) {}

  /**
   * What a person has to look at.
   *
   * @param sinOriginal corrections that wait for a report that has not come
   * @param aceptadosSinEfecto reports that the Ministry has and that do not show it: told too late
   */
  record PorVer(
      long cuarentenaAbierta, long enBandeja, long sinOriginal, long aceptadosSinEfecto) {}

  /**
   * @param edadListo seconds since the oldest ready report was received, 0 when none is ready
   * @param porDecidir reports that a person alone can move, by state
   */
  record DelServicio(
      ServicioSat servicio,
      boolean puertaCerrada,
      boolean pausado,
      long listos,
      Map<Bloqueo, Long> bloqueados,
      long enVuelo,
      double edadListo,
      long vencidos,
      long porVencer,
      int cupo,
      Map<EstadoReporte, Long> porDecidir) {}

  static Cola read(Connection connection, Duration porVencer) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setLong(1, porVencer.toSeconds());
      try (ResultSet row = select.executeQuery()) {
        List<DelServicio> servicios = new ArrayList<>();
        long salidaPendiente = 0;
        PorVer porVer = new PorVer(0, 0, 0, 0);
        while (row.next()) {
          delServicio(row).ifPresent(servicios::add);
          salidaPendiente = row.getLong(11);
          porVer = new PorVer(row.getLong(14), row.getLong(15), row.getLong(16), row.getLong(17));
        }
        return new Cola(servicios, salidaPendiente, porVer);
      }
    }
  }

  private static Optional<DelServicio> delServicio(ResultSet row) throws SQLException {
    Optional<ServicioSat> servicio = ServicioSat.porNombre(row.getString(1));
    if (servicio.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DelServicio(
            servicio.get(),
            row.getBoolean(2),
            row.getBoolean(3),
            row.getLong(4),
            Map.of(
                Bloqueo.REPORTE_ANTERIOR, row.getLong(5),
                Bloqueo.ANTERIOR_RETIRADO, row.getLong(6),
                Bloqueo.POSIBLE_DUPLICADO, row.getLong(7),
                Bloqueo.EMPLEADOR_NO_INCORPORADO, row.getLong(8)),
            row.getLong(9),
            row.getDouble(10),
            row.getLong(12),
            row.getLong(13),
            row.getInt(18),
            Map.of(
                EstadoReporte.INCIERTO, row.getLong(19),
                EstadoReporte.POR_CONFIRMAR, row.getLong(20))));
  }
}
