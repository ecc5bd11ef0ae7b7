package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on reports, in the order of their arrival. */
@ApplicationScoped
class Reportes implements PanacheRepository<ReporteRow> {

  /**
   * A filter without an index reads the whole table: an operator's question must not become a long
   * one.
   */
  private static final int MILLIS_AT_MOST = 5_000;

  /**
   * Up to one report more than the page holds, so that the caller knows whether another page
   * follows.
   */
  List<ReporteRow> page(Filtro filtro) {
    StringBuilder query = new StringBuilder("id > :despues");
    Map<String, Object> values = new HashMap<>(Map.of("despues", filtro.despues()));
    ServicioSat servicio = filtro.servicio();
    equal(query, values, "servicio", servicio == null ? null : servicio.nombre());
    equal(query, values, "estado", filtro.estado());
    equal(query, values, "bloqueo", filtro.bloqueo());
    equal(query, values, "radicado", filtro.radicado());
    equal(query, values, "codigo", filtro.codigo());
    return find(query.append(" order by id").toString(), values)
        .withHint("jakarta.persistence.query.timeout", MILLIS_AT_MOST)
        .range(0, filtro.limite())
        .list();
  }

  Optional<ReporteRow> byRadicado(ServicioSat servicio, String radicado) {
    return find("servicio = ?1 and radicado = ?2", servicio.nombre(), radicado)
        .firstResultOptional();
  }

  private static void equal(
      StringBuilder query, Map<String, Object> values, String field, @Nullable Object value) {
    if (value != null) {
      query.append(" and %1$s = :%1$s".formatted(field));
      values.put(field, value);
    }
  }
}
