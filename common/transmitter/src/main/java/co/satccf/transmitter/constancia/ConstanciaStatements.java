package co.satccf.transmitter.constancia;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.huella.Sha256;
import co.satccf.transmitter.auditoria.AuditoriaStatements;
import co.satccf.transmitter.auditoria.Verificacion.Cabeza;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;
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

/** Reads what a constancia says; of bodies and answers only hashes go into it. */
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
      Resguardo resguardo,
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
            versiones(connection, id, servicio, radicado, resguardo),
            intentos(connection, id, servicio, radicado, resguardo, json),
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

  private static List<Constancia.Version> versiones(
      Connection connection, long id, ServicioSat servicio, String radicado, Resguardo resguardo)
      throws SQLException {
    return list(
        connection,
        """
        select version, evento_source, evento_id, guardado, encode(huella, 'hex'), clave, contenido
        from cuerpo where reporte = ? order by version
        """,
        row ->
            new Constancia.Version(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                row.getString(5),
                sha256(
                    row.getString(6),
                    row.getBytes(7),
                    Lugar.cuerpo(servicio, radicado, row.getInt(1)),
                    resguardo)),
        id);
  }

  private static @Nullable String sha256(
      @Nullable String clave, byte @Nullable [] cifrado, String lugar, Resguardo resguardo) {
    if (clave == null || cifrado == null) {
      return null;
    }
    try {
      return Sha256.hex(resguardo.abrir(new Cifrado(clave, cifrado), lugar));
    } catch (NoDescifrableException closed) {
      return null;
    }
  }

  private static List<Constancia.Intento> intentos(
      Connection connection,
      long id,
      ServicioSat servicio,
      String radicado,
      Resguardo resguardo,
      ObjectMapper json)
      throws SQLException {
    return list(
        connection,
        """
        select numero, version, instante, duracion, veredicto, http, codigo, mensaje, glosas, aplicado, clave, respuesta
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
                sha256(
                    row.getString(11),
                    row.getBytes(12),
                    Lugar.respuesta(servicio, radicado, row.getInt(1)),
                    resguardo),
                row.getBoolean(10)),
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
        select id, evento_source, evento_id, quien, estado, motivo, instante, desde, encode(huella, 'hex')
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
