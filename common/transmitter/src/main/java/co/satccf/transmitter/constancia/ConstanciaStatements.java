package co.satccf.transmitter.constancia;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.auditoria.AuditoriaStatements;
import co.satccf.transmitter.auditoria.Verificacion.Cabeza;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a constancia says; PostgreSQL makes the hashes, so that no body leaves it. */
final class ConstanciaStatements {

  private ConstanciaStatements() {}

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  static Optional<Constancia> reunir(
      Connection connection,
      ServicioSat servicio,
      String radicado,
      String solicitante,
      ObjectMapper json)
      throws SQLException {
    record Hallado(long id, Instant ahora, Constancia.Reporte reporte) {}
    List<Hallado> hallados =
        list(
            connection,
            """
            select id, servicio, radicado, estado, bloqueo, retencion, origen, codigo, revision, version, intento,
              empleador, trabajador, departamento, tipo_rezago, instante_evento, recibido, desde,
              case when isfinite(vence) then vence end, now()
            from reporte where servicio = ? and radicado = ?
            """,
            row -> new Hallado(row.getLong(1), instant(row, 20), reporte(row)),
            servicio.nombre(),
            radicado);
    if (hallados.isEmpty()) {
      return Optional.empty();
    }
    Hallado hallado = hallados.getFirst();
    long id = hallado.id();
    return Optional.of(
        new Constancia(
            hallado.ahora(),
            solicitante,
            hallado.reporte(),
            eventos(connection, id, hallado.reporte()),
            versiones(connection, id),
            intentos(connection, id, json),
            correcciones(connection, servicio, radicado),
            auditoria(connection, servicio, radicado),
            cabeza(connection)));
  }

  private static Constancia.Reporte reporte(ResultSet row) throws SQLException {
    return new Constancia.Reporte(
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getInt(9),
        row.getInt(10),
        row.getInt(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getInt(15),
        instant(row, 16),
        instant(row, 17),
        instant(row, 18),
        instantOrNull(row, 19));
  }

  private static List<Constancia.Evento> eventos(
      Connection connection, long id, Constancia.Reporte reporte) throws SQLException {
    return list(
        connection,
        """
        select c.evento_source, c.evento_id, max(c.version), coalesce(e.repeticiones, 0), encode(e.hash, 'hex')
        from cuerpo c left join evento e on e.source = c.evento_source and e.id = c.evento_id
        where c.reporte = ? group by c.evento_source, c.evento_id, e.repeticiones, e.hash order by min(c.version)
        """,
        row ->
            new Constancia.Evento(
                row.getString(1),
                row.getString(2),
                row.getInt(3) == reporte.version() ? reporte.instanteEvento() : null,
                row.getInt(4),
                row.getString(5)),
        id);
  }

  private static List<Constancia.Version> versiones(Connection connection, long id)
      throws SQLException {
    return list(
        connection,
        """
        select version, evento_source, evento_id, guardado, octet_length(contenido), encode(sha256(contenido), 'hex')
        from cuerpo where reporte = ? order by version
        """,
        row ->
            new Constancia.Version(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                row.getInt(5),
                row.getString(6)),
        id);
  }

  private static List<Constancia.Intento> intentos(
      Connection connection, long id, ObjectMapper json) throws SQLException {
    return list(
        connection,
        """
        select numero, version, instante, duracion, veredicto, http, codigo, mensaje, glosas,
          encode(sha256(respuesta), 'hex'), aplicado
        from intento where reporte = ? order by numero, instante
        """,
        row ->
            new Constancia.Intento(
                row.getInt(1),
                row.getInt(2),
                instant(row, 3),
                row.getObject(4, Integer.class),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getString(8),
                glosas(row.getString(9), json),
                row.getString(10),
                row.getBoolean(11)),
        id);
  }

  private static List<Constancia.Glosa> glosas(@Nullable String glosas, ObjectMapper json) {
    if (glosas == null) {
      return List.of();
    }
    List<Constancia.Glosa> all = new ArrayList<>();
    try {
      for (JsonNode glosa : json.readTree(glosas)) {
        all.add(
            new Constancia.Glosa(
                glosa.path("campo").asText(),
                glosa.path("codigo").asText(),
                glosa.path("mensaje").asText()));
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored glosas are not JSON", impossible);
    }
    return all;
  }

  private static List<Constancia.Correccion> correcciones(
      Connection connection, ServicioSat servicio, String radicado) throws SQLException {
    return list(
        connection,
        """
        select id, evento_source, evento_id, quien, estado, motivo, instante, desde, encode(sha256(contenido), 'hex')
        from correccion where servicio = ? and original = ? order by id
        """,
        row ->
            new Constancia.Correccion(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                instant(row, 7),
                instant(row, 8),
                row.getString(9)),
        servicio.nombre(),
        radicado);
  }

  private static List<Constancia.Asiento> auditoria(
      Connection connection, ServicioSat servicio, String radicado) throws SQLException {
    String objeto = "reporte/" + servicio.nombre() + "/" + radicado;
    return AuditoriaStatements.page(connection, objeto, 0, Integer.MAX_VALUE).stream()
        .map(
            fila ->
                new Constancia.Asiento(
                    fila.numero(),
                    fila.instante(),
                    fila.quien(),
                    fila.accion(),
                    fila.motivo(),
                    fila.detalle(),
                    HexFormat.of().formatHex(fila.anterior()),
                    HexFormat.of().formatHex(fila.hash())))
        .toList();
  }

  private static @Nullable Cabeza cabeza(Connection connection) throws SQLException {
    return AuditoriaStatements.last(connection)
        .map(fila -> new Cabeza(fila.numero(), HexFormat.of().formatHex(fila.hash())))
        .orElse(null);
  }

  private static <T> List<T> list(Connection connection, String sql, Row<T> each, Object... values)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(each.read(row));
        }
        return rows;
      }
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
