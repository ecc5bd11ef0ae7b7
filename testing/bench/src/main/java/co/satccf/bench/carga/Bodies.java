package co.satccf.bench.carga;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.NoDescifrableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Bodies as the subject encrypts them: models of real ones, each with another radicado. */
final class Bodies {

  private final Store store;
  private final Llavero llavero;
  private final List<Model> models = new ArrayList<>();
  private final int every;

  private record Model(String servicio, String radicado, String texto) {

    Cifrado of(String otro, Llavero llavero) {
      return llavero.cifrar(
          texto.replace(radicado, otro).getBytes(UTF_8), lugar(servicio, otro, 1));
    }
  }

  /**
   * @param every the model of radicado n has the number n modulo this
   */
  Bodies(Store store, Llavero llavero, int every) {
    this.store = store;
    this.llavero = llavero;
    this.every = every;
    store.with(this::read);
  }

  /** As the transmitter's {@code Lugar} has it. */
  private static String lugar(String servicio, String radicado, int version) {
    return "cuerpo/" + servicio + "/" + radicado + "/" + version;
  }

  private void read(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select servicio, radicado, version, clave, contenido from modelo order by n");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        byte[] claro =
            llavero.descifrar(
                new Cifrado(row.getString(4), row.getBytes(5)),
                lugar(row.getString(1), row.getString(2), row.getInt(3)));
        models.add(new Model(row.getString(1), row.getString(2), new String(claro, UTF_8)));
      }
    } catch (NoDescifrableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives the reports with these radicados, first to last, bodies that can be sent. */
  void write(long first, long last) {
    store.with(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  """
                  update cuerpo c set clave = ?, contenido = ?
                  from reporte r where r.servicio = ? and r.radicado = ? and c.reporte = r.id
                  """)) {
            for (long numero = first; numero <= last; numero++) {
              Model model = models.get((int) (numero % every));
              Cifrado cifrado = model.of(String.valueOf(numero), llavero);
              update.setString(1, cifrado.clave());
              update.setBytes(2, cifrado.bytes());
              update.setString(3, model.servicio());
              update.setString(4, String.valueOf(numero));
              update.addBatch();
            }
            update.executeBatch();
          }
        });
  }
}
