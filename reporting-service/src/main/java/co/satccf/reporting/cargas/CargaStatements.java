package co.satccf.reporting.cargas;

import co.satccf.identidad.Operador;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.problema.NoHay;
import co.satccf.reporting.problema.NoSePuede;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to the table of uploads and its history; every time is the database's. */
final class CargaStatements {

  private static final String COLUMNAS =
      """
      id, nombre, tipo, estado, motivo, creada, creada_por, cambiada, huella, bytes, lineas, revisadas, erradas,
      publicadas""";

  private CargaStatements() {}

  /**
   * An upload whose time is over.
   *
   * @param aMedias whether it was being published, so that some of its lines may never go
   */
  record Vencida(long id, boolean aMedias) {}

  /** What a file turned out to be. */
  record Recibido(@Nullable String tipo, String huella, long bytes, int lineas, int erradas) {}

  /** An upload whose next piece is to be published by nobody else meanwhile. */
  record Tomada(long id, String huella, int siguiente) {}

  static Carga abrir(Connection connection, String nombre, String quien) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO carga (nombre, estado, creada_por) VALUES (?, 'RECIBIENDO', ?) RETURNING "
                + COLUMNAS)) {
      insert.setString(1, nombre);
      insert.setString(2, quien);
      return una(insert).orElseThrow();
    }
  }

  /** As if it had never been. */
  static int olvidar(Connection connection, long id) throws SQLException {
    try (var delete =
        connection.prepareStatement("DELETE FROM carga WHERE id = ? AND estado = 'RECIBIENDO'")) {
      delete.setLong(1, id);
      return delete.executeUpdate();
    }
  }

  static Carga recibida(Connection connection, long id, String quien, Recibido archivo)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET tipo = ?, huella = ?, bytes = ?, lineas = ?, erradas = ?, estado = 'POR_REVISAR',
              cambiada = now() WHERE id = ? AND estado = 'RECIBIENDO' RETURNING\s"""
                + COLUMNAS)) {
      update.setString(1, archivo.tipo());
      update.setString(2, archivo.huella());
      update.setLong(3, archivo.bytes());
      update.setInt(4, archivo.lineas());
      update.setInt(5, archivo.erradas());
      update.setLong(6, id);
      var carga = una(update).orElseThrow(() -> new IllegalStateException("upload " + id));
      anotar(
          connection,
          id,
          quien,
          EstadoCarga.POR_REVISAR,
          "%s: %s, SHA-256 %s".formatted(carga.nombre(), lineas(carga.lineas()), archivo.huella()));
      return carga;
    }
  }

  /**
   * Moves it, whoever asks.
   *
   * @throws NoHay when there is no such upload
   * @throws NoSePuede when it does not stand in one of these states
   */
  static void mover(
      Connection connection, long id, Set<EstadoCarga> de, EstadoCarga a, String quien)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET estado = ?, motivo = NULL, arriendo_hasta = NULL, cambiada = now()
            WHERE id = ? AND estado = ANY (?)""")) {
      update.setString(1, a.name());
      update.setLong(2, id);
      update.setArray(
          3, connection.createArrayOf("text", de.stream().map(EstadoCarga::name).toArray()));
      if (update.executeUpdate() == 0) {
        throw new NoSePuede(
            "La carga está %s: eso no se puede hacer con ella"
                .formatted(exigida(connection, id).estado().rotulo().toLowerCase(Locale.ROOT)));
      }
    }
    anotar(connection, id, quien, a, cuentas(connection, id));
  }

  private static String cuentas(Connection connection, long id) throws SQLException {
    var carga = exigida(connection, id);
    return "%s, %s con errores, %s"
        .formatted(
            lineas(carga.lineas()),
            Formato.numero(carga.erradas()),
            Formato.cuantos(carga.publicadas(), "publicada", "publicadas"));
  }

  private static String lineas(int cuantas) {
    return Formato.cuantos(cuantas, "línea", "líneas");
  }

  /**
   * Begins a look at its lines; the one before may write nothing any more.
   *
   * @return the number of this look
   */
  static int empezarRevision(Connection connection, long id) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET revision = revision + 1, revisadas = 0, cambiada = now() WHERE id = ?
            RETURNING revision""")) {
      update.setLong(1, id);
      try (var row = update.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /**
   * Tells how far a look is.
   *
   * @return whether it is the one that counts
   */
  static boolean avanzar(Connection connection, long id, int revision, int lineas)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET revisadas = revisadas + ?, cambiada = now()
            WHERE id = ? AND revision = ? AND estado = 'REVISANDO'""")) {
      update.setInt(1, lineas);
      update.setLong(2, id);
      update.setInt(3, revision);
      return update.executeUpdate() == 1;
    }
  }

  /**
   * Ends a look, if it is the one that counts.
   *
   * @param motivo why it did not come to its end; null when it did
   */
  static void terminarRevision(
      Connection connection, long id, int revision, @Nullable String motivo) throws SQLException {
    var estado = motivo == null ? EstadoCarga.REVISADA : EstadoCarga.POR_REVISAR;
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET estado = ?, motivo = ?, cambiada = now(),
              revisadas = CASE WHEN ? THEN lineas ELSE 0 END,
              erradas = (SELECT count(*) FROM carga_hallazgo WHERE carga = id AND errada)
            WHERE id = ? AND revision = ? AND estado = 'REVISANDO'""")) {
      update.setString(1, estado.name());
      update.setString(2, motivo);
      update.setBoolean(3, motivo == null);
      update.setLong(4, id);
      update.setInt(5, revision);
      if (update.executeUpdate() == 0) {
        return;
      }
    }
    anotar(
        connection,
        id,
        Operador.SISTEMA,
        estado,
        motivo == null ? cuentas(connection, id) : motivo);
  }

  /** Takes the oldest one that is to be published and that nobody publishes. */
  static Optional<Tomada> tomar(Connection connection, Duration arriendo) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET arriendo_hasta = now() + ? * interval '1 second'
            WHERE id = (
              SELECT id FROM carga
              WHERE estado = 'PUBLICANDO' AND coalesce(arriendo_hasta <= now(), true)
              ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, huella, siguiente""")) {
      update.setLong(1, arriendo.toSeconds());
      try (var row = update.executeQuery()) {
        return row.next()
            ? Optional.of(new Tomada(row.getLong(1), row.getString(2), row.getInt(3)))
            : Optional.empty();
      }
    }
  }

  /**
   * A piece has been published, and the next is taken. It counts though the upload has ended
   * meanwhile: it is on Kafka.
   *
   * @return false when somebody else has published it, or the upload has ended
   */
  static boolean publicado(Connection connection, long id, int trozo, int lineas, Duration arriendo)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET siguiente = ?, publicadas = publicadas + ?, motivo = NULL, cambiada = now(),
              arriendo_hasta = CASE WHEN estado = 'PUBLICANDO' THEN now() + ? * interval '1 second' END
            WHERE id = ? AND siguiente = ? RETURNING estado""")) {
      update.setInt(1, trozo + 1);
      update.setInt(2, lineas);
      update.setLong(3, arriendo.toSeconds());
      update.setLong(4, id);
      update.setInt(5, trozo);
      try (var row = update.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        var estado = EstadoCarga.valueOf(row.getString(1));
        if (estado != EstadoCarga.PUBLICANDO) {
          anotar(connection, id, Operador.SISTEMA, estado, cuentas(connection, id));
        }
        return estado == EstadoCarga.PUBLICANDO;
      }
    }
  }

  /** Leaves it for later, and to whoever comes then. */
  static int aplazar(Connection connection, long id, String motivo, Duration espera)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE carga SET motivo = ?, arriendo_hasta = now() + ? * interval '1 second'
            WHERE id = ? AND estado = 'PUBLICANDO'""")) {
      update.setString(1, motivo);
      update.setLong(2, espera.toSeconds());
      update.setLong(3, id);
      return update.executeUpdate();
    }
  }

  /** Forgets the files that began to arrive so long ago and never did. */
  static int olvidarVaradas(Connection connection, Duration desde) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            """
            DELETE FROM carga WHERE estado = 'RECIBIENDO' AND creada < now() - ? * interval '1 second'""")) {
      delete.setLong(1, desde.toSeconds());
      return delete.executeUpdate();
    }
  }

  /**
   * Ends the oldest one that was uploaded so long ago and has not ended yet, however far it is.
   *
   * @return none when there is none that no other replica is at
   */
  static Optional<Vencida> vencer(Connection connection, Duration desde) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            WITH una AS (
              SELECT id, estado = 'PUBLICANDO' AS a_medias FROM carga
              WHERE estado IN ('POR_REVISAR', 'REVISANDO', 'REVISADA', 'PUBLICANDO')
                AND creada < now() - ? * interval '1 second'
              ORDER BY creada LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE carga c SET estado = 'VENCIDA', arriendo_hasta = NULL, cambiada = now(),
              motivo = CASE WHEN a_medias THEN format(
                'No se alcanzó a publicar todo (hechos publicados: %s). Suba el archivo de nuevo: lo que ya salió se '
                  'reconoce y no sale otra vez', publicadas) END
            FROM una WHERE c.id = una.id
            RETURNING c.id, a_medias""")) {
      update.setLong(1, desde.toSeconds());
      try (var row = update.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        var vencida = new Vencida(row.getLong(1), row.getBoolean(2));
        anotar(
            connection,
            vencida.id(),
            Operador.SISTEMA,
            EstadoCarga.VENCIDA,
            cuentas(connection, vencida.id()));
        return Optional.of(vencida);
      }
    }
  }

  static Carga exigida(Connection connection, long id) throws SQLException {
    try (var select =
        connection.prepareStatement("SELECT " + COLUMNAS + " FROM carga WHERE id = ?")) {
      select.setLong(1, id);
      return una(select).orElseThrow(() -> new NoHay("No hay una carga con ese número"));
    }
  }

  /** The newest first, those numbered below {@code despues}. */
  static List<Carga> pagina(Connection connection, long despues, int limite) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT " + COLUMNAS + " FROM carga WHERE id < ? ORDER BY id DESC LIMIT ?")) {
      select.setLong(1, despues);
      select.setInt(2, limite);
      try (var row = select.executeQuery()) {
        var cargas = new ArrayList<Carga>();
        while (row.next()) {
          cargas.add(carga(row));
        }
        return cargas;
      }
    }
  }

  static List<PasoDeCarga> historia(Connection connection, long id) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT instante, quien, estado, detalle FROM carga_historia WHERE carga = ? ORDER BY numero")) {
      select.setLong(1, id);
      try (var row = select.executeQuery()) {
        var pasos = new ArrayList<PasoDeCarga>();
        while (row.next()) {
          pasos.add(
              new PasoDeCarga(
                  instante(row, 1),
                  row.getString(2),
                  EstadoCarga.valueOf(row.getString(3)),
                  row.getString(4)));
        }
        return pasos;
      }
    }
  }

  private static void anotar(
      Connection connection, long id, String quien, EstadoCarga estado, String detalle)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO carga_historia (carga, quien, estado, detalle) VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setString(2, quien);
      insert.setString(3, estado.name());
      insert.setString(4, detalle);
      insert.executeUpdate();
    }
  }

  private static Optional<Carga> una(PreparedStatement statement) throws SQLException {
    try (var row = statement.executeQuery()) {
      return row.next() ? Optional.of(carga(row)) : Optional.empty();
    }
  }

  private static Carga carga(ResultSet row) throws SQLException {
    return new Carga(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        EstadoCarga.valueOf(row.getString(4)),
        row.getString(5),
        instante(row, 6),
        row.getString(7),
        instante(row, 8),
        row.getString(9),
        row.getLong(10),
        row.getInt(11),
        row.getInt(12),
        row.getInt(13),
        row.getInt(14));
  }

  private static Instant instante(ResultSet row, int columna) throws SQLException {
    return row.getObject(columna, OffsetDateTime.class).toInstant();
  }
}
