package co.satccf.reporting.resultados;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements that write outcomes; each takes a whole batch in one round trip. */
final class ResultadosStatements {

  private ResultadosStatements() {}

  /**
   * Until the end of the transaction nobody else writes outcomes: the cells of two replicas'
   * batches are the same, and would be taken in any order.
   */
  static void unaALaVez(Connection connection) throws SQLException {
    try (var lock = connection.createStatement()) {
      lock.execute("SELECT pg_advisory_xact_lock('celda'::regclass::int, 0)");
    }
  }

  /** Rows written: outcomes that were new or newer. The collection holds each report once. */
  static int aplicar(Connection connection, Collection<Resultado.DeReporte> resultados)
      throws SQLException {
    if (resultados.isEmpty()) {
      return 0;
    }
    var sql =
        """
        INSERT INTO reporte AS r (servicio, radicado, revision, version, intento, estado, bloqueo,
          origen, codigo, empleador, trabajador, departamento, tipo_rezago, instante_evento,
          instante_recibido, instante)
        SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::int[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
          ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
        ON CONFLICT (servicio, radicado) DO UPDATE SET
          revision = excluded.revision, version = excluded.version, intento = excluded.intento,
          estado = excluded.estado, bloqueo = excluded.bloqueo, origen = excluded.origen,
          codigo = excluded.codigo, empleador = excluded.empleador,
          trabajador = excluded.trabajador, departamento = excluded.departamento,
          tipo_rezago = excluded.tipo_rezago, instante_evento = excluded.instante_evento,
          instante_recibido = excluded.instante_recibido, instante = excluded.instante
        WHERE excluded.revision > r.revision""";
    var columns = new Columns<>(connection, List.copyOf(resultados));
    try (var upsert = connection.prepareStatement(sql)) {
      upsert.setArray(1, columns.of("text", r -> r.servicio().nombre()));
      upsert.setArray(2, columns.of("text", Resultado.DeReporte::radicado));
      upsert.setArray(3, columns.of("int4", Resultado.DeReporte::revision));
      upsert.setArray(4, columns.of("int4", Resultado.DeReporte::version));
      upsert.setArray(5, columns.of("int4", Resultado.DeReporte::intento));
      upsert.setArray(6, columns.of("text", r -> r.estado().name()));
      upsert.setArray(7, columns.of("text", r -> name(r.bloqueo())));
      upsert.setArray(8, columns.of("text", r -> name(r.origen())));
      upsert.setArray(9, columns.of("text", Resultado.DeReporte::codigo));
      upsert.setArray(10, columns.of("text", Resultado.DeReporte::empleador));
      upsert.setArray(11, columns.of("text", Resultado.DeReporte::trabajador));
      upsert.setArray(12, columns.of("text", Resultado.DeReporte::departamento));
      upsert.setArray(13, columns.of("int4", Resultado.DeReporte::tipoRezago));
      upsert.setArray(14, columns.of("text", r -> text(r.instanteEvento())));
      upsert.setArray(15, columns.of("text", r -> text(r.instanteRecibido())));
      upsert.setArray(16, columns.of("text", r -> text(r.instante())));
      return upsert.executeUpdate();
    }
  }

  /** Keeps the unfinished states that are not known yet. */
  static void recordar(Connection connection, Collection<Resultado.DeReporte> pasos)
      throws SQLException {
    if (pasos.isEmpty()) {
      return;
    }
    var sql =
        """
        INSERT INTO paso (servicio, radicado, revision, estado, codigo, glosas, instante, origen)
        SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::jsonb[],
          ?::timestamptz[], ?::text[])
        ON CONFLICT DO NOTHING""";
    var columns = new Columns<>(connection, List.copyOf(pasos));
    try (var insert = connection.prepareStatement(sql)) {
      insert.setArray(1, columns.of("text", r -> r.servicio().nombre()));
      insert.setArray(2, columns.of("text", Resultado.DeReporte::radicado));
      insert.setArray(3, columns.of("int4", Resultado.DeReporte::revision));
      insert.setArray(4, columns.of("text", r -> r.estado().name()));
      insert.setArray(5, columns.of("text", Resultado.DeReporte::codigo));
      insert.setArray(6, columns.of("text", r -> glosas(r.glosas())));
      insert.setArray(7, columns.of("text", r -> text(r.instante())));
      insert.setArray(8, columns.of("text", r -> name(r.origen())));
      insert.executeUpdate();
    }
  }

  /** [[codigo, campo], …] */
  private static String glosas(List<Resultado.Glosa> glosas) {
    var json = JsonNodeFactory.instance.arrayNode();
    glosas.forEach(glosa -> json.addArray().add(glosa.codigo()).add(glosa.campo()));
    return json.toString();
  }

  /** Rows written: quarantined events not known before. */
  static int apartar(Connection connection, List<Resultado.Cuarentena> cuarentena)
      throws SQLException {
    if (cuarentena.isEmpty()) {
      return 0;
    }
    var sql =
        """
        INSERT INTO cuarentena
          (topico, particion, posicion, evento_source, evento_id, motivos, instante)
        SELECT t.topico, t.particion, t.posicion, t.source, t.id, string_to_array(t.motivos, ','),
          t.instante
        FROM unnest(?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[],
          ?::timestamptz[]) AS t (topico, particion, posicion, source, id, motivos, instante)
        ORDER BY 1, 2, 3
        ON CONFLICT DO NOTHING""";
    var columns = new Columns<>(connection, cuarentena);
    try (var insert = connection.prepareStatement(sql)) {
      insert.setArray(1, columns.of("text", Resultado.Cuarentena::topico));
      insert.setArray(2, columns.of("int4", Resultado.Cuarentena::particion));
      insert.setArray(3, columns.of("int8", Resultado.Cuarentena::posicion));
      insert.setArray(4, columns.of("text", Resultado.Cuarentena::eventoSource));
      insert.setArray(5, columns.of("text", Resultado.Cuarentena::eventoId));
      insert.setArray(6, columns.of("text", c -> String.join(",", c.motivos())));
      insert.setArray(7, columns.of("text", c -> text(c.instante())));
      return insert.executeUpdate();
    }
  }

  /** Rows written: unreadable outcomes not known before. */
  static int descartar(Connection connection, List<Lote.Descartado> ilegibles, Instant ahora)
      throws SQLException {
    if (ilegibles.isEmpty()) {
      return 0;
    }
    var sql =
        """
        INSERT INTO resultado_ilegible (topico, particion, posicion, motivo, instante)
        SELECT t.*, ?::timestamptz FROM unnest(?::text[], ?::int[], ?::bigint[], ?::text[]) AS t
        ON CONFLICT DO NOTHING""";
    var columns = new Columns<>(connection, ilegibles);
    try (var insert = connection.prepareStatement(sql)) {
      insert.setObject(1, ahora.atOffset(ZoneOffset.UTC));
      insert.setArray(2, columns.of("text", Lote.Descartado::topico));
      insert.setArray(3, columns.of("int4", Lote.Descartado::particion));
      insert.setArray(4, columns.of("int8", Lote.Descartado::posicion));
      insert.setArray(5, columns.of("text", Lote.Descartado::motivo));
      return insert.executeUpdate();
    }
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static String text(Instant instante) {
    return instante.toString();
  }

  /** The rows turned into one array per column, as unnest takes them. */
  private record Columns<T>(Connection connection, List<T> rows) {
    Array of(String type, Function<T, @Nullable Object> column) throws SQLException {
      var values = new @Nullable Object[rows.size()];
      for (var i = 0; i < values.length; i++) {
        values[i] = column.apply(rows.get(i));
      }
      return connection.createArrayOf(type, values);
    }
  }
}
