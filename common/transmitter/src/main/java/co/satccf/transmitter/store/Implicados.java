package co.satccf.transmitter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom reports name beside their employer and worker, who get there by the triggers of {@code
 * reporte}. Only affiliations name anybody else.
 */
public final class Implicados {

  private Implicados() {}

  /** Somebody by a reference, in a report; without one, nobody. */
  public record Implicado(@Nullable String referencia, long reporte) {}

  public static void agregar(Connection connection, Collection<Implicado> implicados)
      throws SQLException {
    List<Implicado> nombrados =
        implicados.stream().filter(implicado -> implicado.referencia() != null).toList();
    if (nombrados.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into implicado
            select hashtextextended(referencia, 0), reporte from unnest(?::text[], ?::int8[]) as n(referencia, reporte)
            on conflict do nothing
            """)) {
      Columnas<Implicado> columnas = new Columnas<>(connection, nombrados);
      insert.setArray(1, columnas.texts(Implicado::referencia));
      insert.setArray(2, columnas.longs(Implicado::reporte));
      insert.executeUpdate();
    }
  }
}
