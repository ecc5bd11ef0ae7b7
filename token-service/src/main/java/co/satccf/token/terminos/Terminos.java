package co.satccf.token.terminos;

import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Sql;
import co.satccf.token.solicitud.Objecion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table {@code terminos}: versions are added, and each is accepted once. */
@ApplicationScoped
class Terminos {

  private final Database database;

  Terminos(Database database) {
    this.database = database;
  }

  /** The newest first; there is always one. */
  List<VersionDeTerminos> todas() throws FlotaCaida {
    return database.transaction(Terminos::todas);
  }

  VersionDeTerminos vigente() throws FlotaCaida {
    return todas().getFirst();
  }

  /**
   * Nothing is called from now on until somebody accepts it.
   *
   * @throws Objecion when it is the text that stands
   */
  VersionDeTerminos publicar(String texto, Solicitante quien) throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          VersionDeTerminos antes = todas(connection).getFirst();
          if (antes.texto().equals(texto)) {
            throw Objecion.yaExiste(
                "Es el mismo texto de la versión %d".formatted(antes.version()));
          }
          int nueva = antes.version() + 1;
          Sql.ejecutar(
              connection,
              "insert into terminos (version, texto, publicado_por) values (?, ?, ?)",
              nueva,
              texto,
              quien.nombre());
          Auditoria.anotar(connection, quien, Hecho.TERMINOS_PUBLICADOS, "versión " + nueva);
          return todas(connection).getFirst();
        });
  }

  /**
   * Whoever accepts first is the one who accepted; the same again changes nothing.
   *
   * @throws Objecion when another version is the newest one
   */
  VersionDeTerminos aceptar(int version, Solicitante quien) throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          int vigente = todas(connection).getFirst().version();
          if (version != vigente) {
            throw Objecion.noPermitido(
                "version = %d: la versión vigente de los términos es la %d; léala y acéptela"
                    .formatted(version, vigente));
          }
          int nuevas =
              Sql.ejecutar(
                  connection,
                  """
                  update terminos set aceptado = ahora(), aceptado_por = ?, aceptado_desde = ?
                  where version = ? and aceptado is null
                  """,
                  quien.nombre(),
                  quien.desde(),
                  version);
          if (nuevas > 0) {
            Auditoria.anotar(connection, quien, Hecho.TERMINOS_ACEPTADOS, "versión " + version);
          }
          return todas(connection).getFirst();
        });
  }

  private static void bloquear(Connection connection) throws SQLException {
    Sql.ejecutar(connection, "lock table terminos in share row exclusive mode");
  }

  private static List<VersionDeTerminos> todas(Connection connection) throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(connection, "select * from terminos order by version desc");
        ResultSet fila = select.executeQuery()) {
      List<VersionDeTerminos> todas = new ArrayList<>();
      while (fila.next()) {
        todas.add(
            new VersionDeTerminos(
                fila.getInt("version"),
                fila.getString("texto"),
                Sql.exigido(fila, "publicado"),
                fila.getString("publicado_por"),
                Sql.instante(fila, "aceptado"),
                fila.getString("aceptado_por"),
                fila.getString("aceptado_desde")));
      }
      return todas;
    }
  }
}
