package co.satccf.transmitter.titular;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Lugar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is held about somebody, a page at a time. */
final class TitularStatements {

  private TitularStatements() {}

  /**
   * A report that names the person, or did before a correction.
   *
   * @param representante whether it names, or did, the person as a legal representative
   */
  record Reporte(
      long id,
      ServicioSat servicio,
      String radicado,
      String estado,
      String empleador,
      @Nullable String trabajador,
      boolean representante,
      Instant instanteEvento,
      Instant recibido,
      Instant desde) {}

  /** Something encrypted that belongs to a report; {@code cifrado} is null once it is purged. */
  record Guardado(
      int numero,
      Instant instante,
      @Nullable String codigo,
      @Nullable Cifrado cifrado,
      String lugar) {}

  /** A record that stands by itself. */
  record Registro(
      long id,
      String topico,
      int particion,
      long posicion,
      Instant instante,
      String estado,
      RegistroGuardado guardado) {}

  static List<Reporte> reportes(Connection connection, Titular titular, long despues, int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id, r.servicio, r.radicado, r.estado, r.empleador, r.trabajador, r.instante_evento, r.recibido,
              r.desde,
              exists (select from implicado x where x.referencia = hashtextextended(?, 0) and x.reporte = r.id)
            from (
              select distinct i.reporte from implicado i, unnest(?::text[]) as n(referencia)
              where i.referencia = hashtextextended(n.referencia, 0) and i.reporte > ?
              order by i.reporte limit ?) i
            join reporte r on r.id = i.reporte order by r.id
            """)) {
      select.setString(1, titular.comoRepresentante());
      select.setArray(2, connection.createArrayOf("text", titular.referencias().toArray()));
      select.setLong(3, despues);
      select.setInt(4, limite);
      try (ResultSet row = select.executeQuery()) {
        List<Reporte> reportes = new ArrayList<>();
        while (row.next()) {
          reportes.add(
              new Reporte(
                  row.getLong(1),
                  ServicioSat.porNombre(row.getString(2)).orElseThrow(),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getBoolean(10),
                  instant(row, 7),
                  instant(row, 8),
                  instant(row, 9)));
        }
        return reportes;
      }
    }
  }

  static List<Guardado> cuerpos(Connection connection, Reporte reporte) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select version, guardado, clave, contenido from cuerpo where reporte = ? order by version")) {
      select.setLong(1, reporte.id());
      try (ResultSet row = select.executeQuery()) {
        List<Guardado> cuerpos = new ArrayList<>();
        while (row.next()) {
          int version = row.getInt(1);
          cuerpos.add(
              new Guardado(
                  version,
                  instant(row, 2),
                  null,
                  cifrado(row, 3),
                  Lugar.cuerpo(reporte.servicio(), reporte.radicado(), version)));
        }
        return cuerpos;
      }
    }
  }

  static List<Guardado> respuestas(Connection connection, Reporte reporte) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select numero, instante, codigo, clave, respuesta from intento
            where reporte = ? and numero > 0 order by numero, instante
            """)) {
      select.setLong(1, reporte.id());
      try (ResultSet row = select.executeQuery()) {
        List<Guardado> respuestas = new ArrayList<>();
        while (row.next()) {
          int numero = row.getInt(1);
          respuestas.add(
              new Guardado(
                  numero,
                  instant(row, 2),
                  row.getString(3),
                  cifrado(row, 4),
                  Lugar.respuesta(reporte.servicio(), reporte.radicado(), numero)));
        }
        return respuestas;
      }
    }
  }

  /**
   * Records that still have their bytes.
   *
   * @param tabla {@code cuarentena} or {@code correccion}
   */
  static List<Registro> registros(Connection connection, String tabla, long despues, int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, topico, particion, posicion, instante, estado, clave, contenido, cabeceras, huella
            from %s where clave is not null and id > ? order by id limit ?
            """
                .formatted(tabla))) {
      select.setLong(1, despues);
      select.setInt(2, limite);
      try (ResultSet row = select.executeQuery()) {
        List<Registro> registros = new ArrayList<>();
        while (row.next()) {
          registros.add(
              new Registro(
                  row.getLong(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getLong(4),
                  instant(row, 5),
                  row.getString(6),
                  new RegistroGuardado(
                      row.getString(7), row.getBytes(8), row.getBytes(9), row.getBytes(10))));
        }
        return registros;
      }
    }
  }

  private static @Nullable Cifrado cifrado(ResultSet row, int columna) throws SQLException {
    String clave = row.getString(columna);
    return clave == null ? null : new Cifrado(clave, row.getBytes(columna + 1));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
