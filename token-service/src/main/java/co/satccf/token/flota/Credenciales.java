package co.satccf.token.flota;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The table {@code credencial} while the key changes that its rows are known by. */
public final class Credenciales {

  /** A password that was refused may be mounted again by mistake; after that long nobody does. */
  private static final Duration MEMORIA = Duration.ofDays(30);

  private Credenciales() {}

  /**
   * Puts what is known of these credentials under the current key.
   *
   * @param credencial hashes of the credentials, the one under the current key first
   * @return rows, at most one
   */
  public static int actualizar(Connection connection, List<String> credencial) throws SQLException {
    String actual = credencial.getFirst();
    return Sql.ejecutar(
        connection,
        """
        update credencial set huella = ?
        where huella = (select min(huella) from credencial where huella = any(?))
          and not exists (select from credencial where huella = ?)
        """,
        actual,
        credencial,
        actual);
  }

  /**
   * Forgets credentials that nobody can put under the current key, for they are not mounted any
   * more, once the last that is known of them is 30 days old.
   *
   * @param credencial of those that are mounted
   * @param actual id of the current key
   */
  public static int olvidar(Connection connection, List<String> credencial, String actual)
      throws SQLException {
    return Sql.ejecutar(
        connection,
        """
        delete from credencial
        where split_part(huella, ':', 1) <> ? and not huella = any(?)
          and greatest(en_uso_desde, ultimo_exito, ultimo_rechazo) < ahora() - %s
        """
            .formatted(Sql.LAPSO),
        actual,
        credencial,
        MEMORIA);
  }
}
