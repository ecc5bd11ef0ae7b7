package co.satccf.reporting.informes;

import static co.satccf.reporting.informes.FilaDeExpediente.COLUMNAS;
import static co.satccf.reporting.informes.FilaDeExpediente.enUtc;
import static co.satccf.reporting.informes.FilaDeExpediente.uno;

import co.satccf.identidad.Operador;
import co.satccf.reporting.documento.TipoInforme;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to the table of reports and its history; every time is the database's. */
final class ExpedienteStatements {

  private ExpedienteStatements() {}

  /** Empty when there is one of this kind and cut-off already. */
  static Optional<Expediente> abrir(
      Connection connection,
      TipoInforme tipo,
      Instant corte,
      String quien,
      Duration reposo,
      Duration paciencia)
      throws SQLException {
    var sql =
        """
        INSERT INTO informe (tipo, corte, estado, creado_por, no_antes, paciencia)
        VALUES (?, ?, 'POR_HACER', ?, ?::timestamptz + ? * interval '1 second',
          greatest(now(), ?) + ? * interval '1 second')
        ON CONFLICT DO NOTHING RETURNING\s"""
            + COLUMNAS;
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, tipo.name());
      insert.setObject(2, enUtc(corte));
      insert.setString(3, quien);
      insert.setObject(4, enUtc(corte));
      insert.setLong(5, reposo.toSeconds());
      insert.setObject(6, enUtc(corte));
      insert.setLong(7, paciencia.toSeconds());
      var abierto = uno(insert);
      if (abierto.isPresent()) {
        anotar(connection, abierto.get().id(), quien, EstadoInforme.POR_HACER, null);
      }
      return abierto;
    }
  }

  /**
   * Takes one in that state whose time has come and on which nobody works, the oldest cut-off
   * first.
   */
  static Optional<Expediente> reclamar(
      Connection connection, EstadoInforme estado, Duration arriendo) throws SQLException {
    var sql =
        """
        UPDATE informe SET arriendo_hasta = now() + ? * interval '1 second'
        WHERE id = (
          SELECT id FROM informe
          WHERE estado = ? AND no_antes <= now() AND coalesce(arriendo_hasta <= now(), true)
          ORDER BY corte, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING\s"""
            + COLUMNAS;
    try (var update = connection.prepareStatement(sql)) {
      update.setLong(1, arriendo.toSeconds());
      update.setString(2, estado.name());
      return uno(update);
    }
  }

  /** Takes the oldest approved one whose time has come, to be sent by nobody else meanwhile. */
  static Optional<Expediente> tomarParaEnviar(Connection connection, Duration arriendo)
      throws SQLException {
    var sql =
        """
        UPDATE informe SET estado = 'ENVIANDO', motivo = NULL, envios = envios + 1,
          arriendo_hasta = now() + ? * interval '1 second'
        WHERE id = (
          SELECT id FROM informe WHERE estado = 'APROBADO' AND no_antes <= now()
          ORDER BY corte, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING\s"""
            + COLUMNAS;
    try (var update = connection.prepareStatement(sql)) {
      update.setLong(1, arriendo.toSeconds());
      var tomado = uno(update);
      if (tomado.isPresent()) {
        anotar(
            connection,
            tomado.get().id(),
            Operador.SISTEMA,
            EstadoInforme.ENVIANDO,
            "intento " + tomado.get().envios());
      }
      return tomado;
    }
  }

  /** Leaves it for later, and to whoever comes then. */
  static void aplazar(Connection connection, long id, String motivo, Duration espera)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE informe SET motivo = ?, arriendo_hasta = NULL,
              no_antes = now() + ? * interval '1 millisecond'
            WHERE id = ? AND estado = 'POR_HACER'""")) {
      update.setString(1, motivo);
      update.setLong(2, espera.toMillis());
      update.setLong(3, id);
      update.executeUpdate();
    }
  }

  /**
   * Marks it as made.
   *
   * @throws IllegalStateException when somebody else has made it or thrown it away
   */
  static void congelar(Connection connection, long id, String huella) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE informe SET hecho = now(), huella = ?
            WHERE id = ? AND estado = 'POR_HACER' AND hecho IS NULL""")) {
      update.setString(1, huella);
      update.setLong(2, id);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("report " + id + " is not to be made any more");
      }
    }
  }

  /**
   * Moves it, if it still is where it was.
   *
   * @param espera time before it goes on by itself
   * @return whether it has moved
   */
  static boolean mover(
      Connection connection,
      long id,
      EstadoInforme de,
      EstadoInforme a,
      String quien,
      @Nullable String motivo,
      Duration espera)
      throws SQLException {
    if (!de.puedeIrA(a)) {
      throw new IllegalArgumentException(de + " does not go to " + a);
    }
    var sql =
        """
        UPDATE informe SET estado = ?, motivo = ?, arriendo_hasta = NULL,
          no_antes = now() + ? * interval '1 millisecond'
        WHERE id = ? AND estado = ?""";
    try (var update = connection.prepareStatement(sql)) {
      update.setString(1, a.name());
      update.setString(2, motivo);
      update.setLong(3, espera.toMillis());
      update.setLong(4, id);
      update.setString(5, de.name());
      if (update.executeUpdate() == 0) {
        return false;
      }
    }
    anotar(connection, id, quien, a, motivo);
    return true;
  }

  /** Begins its patience, or its count of tries, anew. */
  static void empezarDeNuevo(Connection connection, long id, Duration paciencia)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE informe SET envios = 0, paciencia = now() + ? * interval '1 second'
            WHERE id = ?""")) {
      update.setLong(1, paciencia.toSeconds());
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  private static void anotar(
      Connection connection, long id, String quien, EstadoInforme estado, @Nullable String detalle)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO informe_historia (informe, quien, estado, detalle) VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setString(2, quien);
      insert.setString(3, estado.name());
      insert.setString(4, detalle);
      insert.executeUpdate();
    }
  }
}
