package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    StringBuilder sql = new StringBuilder("select r.* from reporte r ");
    sql.append(implicado(filtro)).append("where ");
    sql.append(filtro.plazo() == null ? byArrival(filtro, values) : byDueDate(filtro, values));
    NativeQuery<ReporteRow> query =
        getSession().createNativeQuery(sql.toString(), ReporteRow.class);
    values.forEach(query::setParameter);
    return query
        .setHint("jakarta.persistence.query.timeout", MILLIS_AT_MOST)
        .setMaxResults(filtro.limite() + 1)
        .getResultList();
  }

  /** The way to the reports of a person, in the order of arrival. */
  private static String implicado(Filtro filtro) {
    return Stream.of("trabajador", "empleador")
        .filter(filtro.iguales()::containsKey)
        .findFirst()
        .map(
            "join implicado i on i.reporte = r.id and i.referencia = hashtextextended(:%s, 0) "
                ::formatted)
        .orElse("");
  }

  private static StringBuilder byArrival(Filtro filtro, Map<String, Object> values) {
    StringBuilder where = new StringBuilder("r.id > :despues");
    values.put("despues", filtro.despues());
    return conditions(where, filtro, values).append(" order by r.id");
  }

  /** The states repeat the condition of the index {@code reporte_por_vencer}. */
  private static StringBuilder byDueDate(Filtro filtro, Map<String, Object> values) {
    StringBuilder where =
        new StringBuilder(
            """
            r.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
            and r.vence <= :hasta\
            """);
    Filtro.Plazo plazo = Objects.requireNonNull(filtro.plazo());
    values.put("hasta", plazo.hasta());
    if (plazo.desde() != null) {
      where.append(" and r.vence > :desde");
      values.put("desde", plazo.desde());
    }
    if (filtro.despues() > 0) {
      where.append(
          " and (r.vence, r.id) > ((select a.vence from reporte a where a.id = :despues),"
              + " :despues)");
      values.put("despues", filtro.despues());
    }
    return conditions(where, filtro, values).append(" order by r.vence, r.id");
  }

  private static StringBuilder conditions(
      StringBuilder where, Filtro filtro, Map<String, Object> values) {
    filtro
        .iguales()
        .keySet()
        .forEach(columna -> where.append(" and r.%1$s = :%1$s".formatted(columna)));
    Filtro.Evento evento = filtro.evento();
    if (evento != null) {
      where.append(
          " and r.id in (select c.reporte from cuerpo c"
              + " where hashtextextended(c.evento_id, 0) = hashtextextended(:eventoId, 0)"
              + " and c.evento_id = :eventoId and c.evento_source = :eventoSource)");
      values.put("eventoId", evento.id());
      values.put("eventoSource", evento.source());
    }
    return where;
  }

  Optional<ReporteRow> byRadicado(ServicioSat servicio, String radicado) {
    return find("servicio = ?1 and radicado = ?2", servicio.nombre(), radicado)
        .firstResultOptional();
  }
}
