package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.store.Columnas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the store knows of a batch already. */
final class ConocidoStatements {

  private ConocidoStatements() {}

  /** Identities of these that the inbox has, with their hashes. */
  static Map<Identidad, byte[]> eventos(Connection connection, List<Entrada> entradas)
      throws SQLException {
    List<Identidad> identidades =
        entradas.stream().map(Entrada::identidad).filter(Objects::nonNull).distinct().toList();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select e.source, e.id, e.hash
            from unnest(?::text[], ?::text[]) as n(source, id) join evento e using (source, id)
            """)) {
      var columnas = new Columnas<>(connection, identidades);
      select.setArray(1, columnas.texts(Identidad::source));
      select.setArray(2, columnas.texts(Identidad::id));
      try (ResultSet row = select.executeQuery()) {
        Map<Identidad, byte[]> known = new HashMap<>();
        while (row.next()) {
          known.put(new Identidad(row.getString(1), row.getString(2)), row.getBytes(3));
        }
        return known;
      }
    }
  }

  /** Radicados of these that the store has, with the hash of the first body of each. */
  static Map<Radicado, byte[]> radicados(Connection connection, List<Entrada> entradas)
      throws SQLException {
    List<Radicado> radicados =
        reportables(entradas).map(Entrada.Reportable::radicado).distinct().toList();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.servicio, r.radicado, c.huella
            from unnest(?::text[], ?::text[]) as n(servicio, radicado)
            join reporte r using (servicio, radicado) join cuerpo c on c.reporte = r.id and c.version = 1
            """)) {
      var columnas = new Columnas<>(connection, radicados);
      select.setArray(1, columnas.texts(r -> r.servicio().nombre()));
      select.setArray(2, columnas.texts(Radicado::numero));
      try (ResultSet row = select.executeQuery()) {
        Map<Radicado, byte[]> known = new HashMap<>();
        while (row.next()) {
          known.put(radicado(row), row.getBytes(3));
        }
        return known;
      }
    }
  }

  /** The states of those radicados that are in the store. */
  static Map<Radicado, EstadoReporte> estados(Connection connection, Collection<Radicado> radicados)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.servicio, r.radicado, r.estado
            from unnest(?::text[], ?::text[]) as n(servicio, radicado) join reporte r using (servicio, radicado)
            """)) {
      var columnas = new Columnas<>(connection, radicados);
      select.setArray(1, columnas.texts(r -> r.servicio().nombre()));
      select.setArray(2, columnas.texts(Radicado::numero));
      try (ResultSet row = select.executeQuery()) {
        Map<Radicado, EstadoReporte> estados = new HashMap<>();
        while (row.next()) {
          estados.put(radicado(row), EstadoReporte.valueOf(row.getString(3)));
        }
        return estados;
      }
    }
  }

  private static Stream<Entrada.Reportable> reportables(List<Entrada> entradas) {
    return entradas.stream()
        .filter(Entrada.Reportable.class::isInstance)
        .map(Entrada.Reportable.class::cast);
  }

  /** Of a row that begins with service and radicado. */
  static Radicado radicado(ResultSet row) throws SQLException {
    String servicio = row.getString(1);
    return new Radicado(
        ServicioSat.porNombre(servicio)
            .orElseThrow(
                () -> new IllegalStateException("unknown SAT service in the store: " + servicio)),
        row.getString(2));
  }
}
