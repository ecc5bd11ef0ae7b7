package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/** Queries on reports. */
@ApplicationScoped
class Reportes implements PanacheRepository<ReporteRow> {

  /**
   * A filter without an index reads the whole table: an operator's question must not become a long
   * one.
   */
  private static final int MILLIS_AT_MOST = 5_000;

  /**
   * Up to one report more than the page holds, so that the caller knows whether another page
   * follows. In the order of arrival; in that of due dates when the filter asks for these.
   */
  List<ReporteRow> page(Filtro filtro) {
    Map<String, Object> values = new HashMap<>(filtro.iguales());
    StringBuilder sql =
        filtro.plazo() != null
            ? byDueDate(filtro, filtro.plazo(), values)
            : implicado(filtro)
                .map(columna -> byPerson(filtro, columna, values))
                .orElseGet(() -> byArrival(filtro, values));
    NativeQuery<ReporteRow> query =
        getSession().createNativeQuery(sql.toString(), ReporteRow.class);
    values.forEach(query::setParameter);
    return query
        .setHint("jakarta.persistence.query.timeout", MILLIS_AT_MOST)
        .setMaxResults(filtro.limite() + 1)
        .getResultList();
  }

  /** The reference asked for, the rarer one first. */
  private static Optional<String> implicado(Filtro filtro) {
    return Stream.of("trabajador", "empleador").filter(filtro.iguales()::containsKey).findFirst();
  }

  /** The fence keeps PostgreSQL from reading all reports in order until the person turns up. */
  private static StringBuilder byPerson(Filtro filtro, String columna, Map<String, Object> values) {
    StringBuilder sql =
        new StringBuilder(
            """
            select r.* from implicado i
            cross join lateral (select * from reporte x where x.id = i.reporte offset 0) r
            where i.referencia = hashtextextended(:%s, 0) and i.reporte > :despues\
            """
                .formatted(columna));
    values.put("despues", filtro.despues());
    return conditions(sql, filtro, values).append(" order by i.reporte");
  }

  private static StringBuilder byArrival(Filtro filtro, Map<String, Object> values) {
    StringBuilder sql = new StringBuilder("select r.* from reporte r where r.id > :despues");
    values.put("despues", filtro.despues());
    return conditions(sql, filtro, values).append(" order by r.id");
  }

  /**
   * The states and the first bound repeat the condition of the index {@code
   * reporte_con_vencimiento}.
   */
  private static StringBuilder byDueDate(
      Filtro filtro, Filtro.Plazo plazo, Map<String, Object> values) {
    StringBuilder sql =
        new StringBuilder(
            """
            select r.* from reporte r
            where r.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
            and r.vence < 'infinity' and r.vence <= :hasta\
            """);
    values.put("hasta", plazo.hasta());
    if (plazo.desde() != null) {
      sql.append(" and r.vence > :desde");
      values.put("desde", plazo.desde());
    }
    if (filtro.despues() > 0) {
      sql.append(
          " and (r.vence, r.id) > ((select a.vence from reporte a where a.id = :despues),"
              + " :despues)");
      values.put("despues", filtro.despues());
    }
    return conditions(sql, filtro, values).append(" order by r.vence, r.id");
  }

  private static StringBuilder conditions(
      StringBuilder sql, Filtro filtro, Map<String, Object> values) {
    filtro
        .iguales()
        .keySet()
        .forEach(columna -> sql.append(" and r.%1$s = :%1$s".formatted(columna)));
    Filtro.Evento evento = filtro.evento();
    if (evento != null) {
      sql.append(
          " and r.id in (select c.reporte from cuerpo c"
              + " where hashtextextended(c.evento_id, 0) = hashtextextended(:eventoId, 0)"
              + " and c.evento_id = :eventoId and c.evento_source = :eventoSource)");
      values.put("eventoId", evento.id());
      values.put("eventoSource", evento.source());
    }
    return sql;
  }

  Optional<ReporteRow> byRadicado(ServicioSat servicio, String radicado) {
    return find("servicio = ?1 and radicado = ?2", servicio.nombre(), radicado)
        .firstResultOptional();
  }
}
