package co.satccf.transmitter.correccion;

import co.satccf.model.ServicioSat;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The corrections of one database; each statement runs inside a transaction of its caller. */
public final class CorreccionStatements {

  private static final int LOTE = 100;

  private CorreccionStatements() {}

  /** Stores a correction for whoever applies it; returns its id. */
  public static long insertar(
      Connection connection, Entrada.Correccion correccion, RegistroGuardado guardado, String quien)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into correccion (servicio, original, radicado, evento_source, evento_id, topico, particion, posicion,
                                    bytes, clave, contenido, cabeceras, huella, quien)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)) {
      Procedencia evento = correccion.procedencia();
      insert.setString(1, correccion.nueva().radicado().servicio().nombre());
      insert.setString(2, correccion.original());
      insert.setString(3, correccion.nueva().radicado().numero());
      insert.setString(4, correccion.identidad().source());
      insert.setString(5, correccion.identidad().id());
      insert.setString(6, evento.topico());
      insert.setInt(7, evento.particion());
      insert.setLong(8, evento.posicion());
      insert.setInt(9, evento.contenido().length);
      insert.setString(10, guardado.clave());
      insert.setBytes(11, guardado.contenido());
      insert.setBytes(12, guardado.cabeceras());
      insert.setBytes(13, guardado.huella());
      insert.setString(14, quien);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Stores a correction that did not come by a topic, with its event in the inbox. */
  static long registrar(
      Connection connection, Entrada.Correccion correccion, RegistroGuardado guardado, String quien)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into evento (source, id, hash, destino) values (?, ?, ?, 'CORRECCION')")) {
      insert.setString(1, correccion.identidad().source());
      insert.setString(2, correccion.identidad().id());
      insert.setBytes(3, correccion.hash());
      insert.executeUpdate();
    }
    return insertar(connection, correccion, guardado, quien);
  }

  /**
   * Those whose report can be corrected now, or never again; oldest first. Those under a key that
   * is not at hand wait for it.
   */
  static List<CorreccionGuardada> aplicables(Connection connection, Set<String> claves)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select c.id, c.servicio, c.original, c.topico, c.particion, c.posicion, c.quien,
              c.clave, c.contenido, c.cabeceras, c.huella
            from correccion c join reporte r on r.servicio = c.servicio and r.radicado = c.original
            where c.estado = 'EN_ESPERA' and r.estado not in ('EN_VUELO', 'INCIERTO', 'POR_CONFIRMAR')
              and c.clave = any (?)
            order by c.id limit ?
            """)) {
      select.setArray(1, connection.createArrayOf("text", claves.toArray()));
      select.setInt(2, LOTE);
      try (ResultSet row = select.executeQuery()) {
        List<CorreccionGuardada> aplicables = new ArrayList<>();
        while (row.next()) {
          aplicables.add(
              new CorreccionGuardada(
                  row.getLong(1),
                  ServicioSat.porNombre(row.getString(2)).orElseThrow(),
                  row.getString(3),
                  row.getString(4),
                  row.getInt(5),
                  row.getLong(6),
                  new RegistroGuardado(
                      row.getString(8), row.getBytes(9), row.getBytes(10), row.getBytes(11)),
                  row.getString(7)));
        }
        return aplicables;
      }
    }
  }

  /**
   * Locks one that still waits; false when somebody else took it, or when an earlier one of the
   * same report waits: what the ERP said last must be applied last.
   */
  static boolean tomar(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select from correccion c
            where id = ? and estado = 'EN_ESPERA' and not exists (
              select from correccion antes
              where antes.servicio = c.servicio and antes.original = c.original and antes.estado = 'EN_ESPERA'
                and antes.id < c.id)
            for update skip locked
            """)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static void resolver(Connection connection, long id, Desenlace desenlace) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update correccion set estado = ?, motivo = ?, desde = now() where id = ?")) {
      update.setString(1, desenlace.estado());
      update.setString(2, desenlace.motivo());
      update.setLong(3, id);
      update.executeUpdate();
    }
  }

  /** Moves the event of a correction to quarantine, as it came; perhaps back to where it was. */
  static void aCuarentena(Connection connection, long id, Motivo motivo) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cuarentena (topico, particion, posicion, evento_source, evento_id, motivos, bytes,
                                    clave, contenido, cabeceras, huella)
            select topico, particion, posicion, evento_source, evento_id, ?::jsonb, bytes,
              clave, contenido, cabeceras, huella
            from correccion where id = ?
            on conflict (topico, particion, posicion, huella) do update
            set motivos = excluded.motivos, estado = 'ABIERTA', desde = null, desenlace = null, servicio = null,
                radicado = null, clave = excluded.clave, contenido = excluded.contenido, cabeceras = excluded.cabeceras
            """)) {
      insert.setString(1, Resultado.motivos(List.of(motivo)).toString());
      insert.setLong(2, id);
      insert.executeUpdate();
    }
  }

  /** The keys of the reports that these corrections name and that are in the store. */
  public static List<UUID> llaves(Connection connection, List<Entrada.Correccion> correcciones)
      throws SQLException {
    if (correcciones.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select distinct r.llave
            from unnest(?::text[], ?::text[]) as n(servicio, radicado) join reporte r using (servicio, radicado)
            """)) {
      bind(connection, select, correcciones);
      try (ResultSet row = select.executeQuery()) {
        List<UUID> llaves = new ArrayList<>();
        while (row.next()) {
          llaves.add(row.getObject(1, UUID.class));
        }
        return llaves;
      }
    }
  }

  /**
   * Keeps reports that are ready from being claimed with their old body while these corrections
   * wait (rule 12); the caller holds their keys, shared, so that none comes back unseen.
   */
  public static void retener(Connection connection, List<Entrada.Correccion> correcciones)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r set no_antes = 'infinity'
            from unnest(?::text[], ?::text[]) as n(servicio, radicado)
            where r.servicio = n.servicio and r.radicado = n.radicado
              and r.estado = 'PENDIENTE' and r.no_antes < 'infinity'
            """)) {
      bind(connection, update, correcciones);
      update.executeUpdate();
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<Entrada.Correccion> correcciones)
      throws SQLException {
    statement.setArray(
        1,
        connection.createArrayOf(
            "text",
            correcciones.stream().map(c -> c.nueva().radicado().servicio().nombre()).toArray()));
    statement.setArray(
        2,
        connection.createArrayOf(
            "text", correcciones.stream().map(Entrada.Correccion::original).toArray()));
  }

  /** Lets reports go that nothing but a correction kept, unless another one waits. */
  static void soltar(Connection connection, ServicioSat servicio, Collection<String> radicados)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r set no_antes = now()
            where r.servicio = ? and r.radicado = any (?) and r.estado = 'PENDIENTE' and r.no_antes = 'infinity'
              and not exists (select from correccion c
                where c.servicio = r.servicio and c.original = r.radicado and c.estado = 'EN_ESPERA')
            """)) {
      update.setString(1, servicio.nombre());
      update.setArray(2, connection.createArrayOf("text", radicados.toArray()));
      update.executeUpdate();
    }
  }

  /** Whether the radicado stands for a report already. */
  static boolean existe(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select from reporte where servicio = ? and radicado = ?")) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
