package co.satccf.reporting.conteos;

import co.satccf.model.ServicioSat;
import co.satccf.reporting.plazos.Plazos;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import javax.sql.DataSource;

/** Questions that the rows answer themselves, each by one partial index. */
@Singleton
final class AtencionStatements {

  private final DataSource database;
  private final Plazos plazos;
  private final Clock clock;

  AtencionStatements(DataSource database, Plazos plazos, Clock clock) {
    this.database = database;
    this.plazos = plazos;
    this.clock = clock;
  }

  Glosas glosas(Dias dias, int limite) throws SQLException {
    var sql =
        """
        SELECT g ->> 0, g ->> 1, p.servicio, count(*),
          count(*) FILTER (WHERE r.estado = 'GLOSADO' AND r.revision = p.revision)
        FROM paso p JOIN reporte r USING (servicio, radicado), jsonb_array_elements(p.glosas) AS g
        WHERE p.estado = 'GLOSADO' AND p.instante >= ? AND p.instante < ?
        GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT ?""";
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      dias.setInstantes(select, 1);
      select.setInt(3, limite);
      try (var row = select.executeQuery()) {
        var glosas = new ArrayList<Glosas.Glosa>();
        while (row.next()) {
          glosas.add(
              new Glosas.Glosa(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5)));
        }
        return new Glosas(glosas);
      }
    }
  }

  Vencidos vencidos() throws SQLException {
    var ahora = clock.instant();
    var sql =
        """
        SELECT s.servicio,
          (SELECT coalesce(sum(reportes), 0) FROM celda c WHERE c.servicio = s.servicio
            AND estado IN ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')),
          (SELECT count(*) FROM reporte r
            WHERE r.servicio = s.servicio AND instante_evento < s.primero_no_vencido
              AND estado IN ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR'))
        FROM unnest(?::text[], ?::timestamptz[]) WITH ORDINALITY
          AS s(servicio, primero_no_vencido, n)
        ORDER BY s.n""";
    var todos = ServicioSat.values();
    return Snapshot.of(
        database,
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", nombres(todos)));
            select.setArray(2, connection.createArrayOf("text", limites(todos, ahora)));
            try (var row = select.executeQuery()) {
              var servicios = new ArrayList<Vencidos.DelServicio>();
              while (row.next()) {
                var servicio = todos[servicios.size()];
                servicios.add(
                    new Vencidos.DelServicio(
                        servicio.nombre(),
                        plazos.dias(servicio),
                        plazos.porConfirmar(servicio),
                        row.getLong(2),
                        row.getLong(3)));
              }
              return new Vencidos(ahora, servicios);
            }
          }
        });
  }

  private static Object[] nombres(ServicioSat[] servicios) {
    return Arrays.stream(servicios).map(ServicioSat::nombre).toArray();
  }

  private Object[] limites(ServicioSat[] servicios, Instant ahora) {
    return Arrays.stream(servicios)
        .map(servicio -> plazos.primeroNoVencido(servicio, ahora).toString())
        .toArray();
  }

  Demoras demoras(Dias dias) throws SQLException {
    var sql =
        """
        SELECT s.servicio, d.aceptados, d.percentiles
        FROM unnest(?::text[]) WITH ORDINALITY AS s(servicio, n), LATERAL (
          SELECT count(*) AS aceptados,
            percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY demora) AS percentiles
          FROM reporte r
          WHERE r.servicio = s.servicio AND estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA')
            AND dia >= ? AND dia <= ?) d
        WHERE d.aceptados > 0 ORDER BY s.n""";
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", nombres(ServicioSat.values())));
      dias.set(select, 2);
      try (var row = select.executeQuery()) {
        var servicios = new ArrayList<Demoras.DelServicio>();
        while (row.next()) {
          var percentiles = (Integer[]) row.getArray(3).getArray();
          servicios.add(
              new Demoras.DelServicio(
                  row.getString(1), row.getLong(2), percentiles[0], percentiles[1]));
        }
        return new Demoras(servicios);
      }
    }
  }
}
