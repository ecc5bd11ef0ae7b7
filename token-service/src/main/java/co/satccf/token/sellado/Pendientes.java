package co.satccf.token.sellado;

import co.satccf.model.cifrado.Llavero;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that are not under the current key, by table and key: a key with none may be taken out of
 * the ring.
 */
@ApplicationScoped
class Pendientes {

  /** Known by keyed hashes, which begin with the id of their key. */
  static final String CREDENCIAL = "credencial";

  private final Database database;
  private final MultiGauge gauge;

  Pendientes(Database database, MeterRegistry registry) {
    this.database = database;
    this.gauge =
        MultiGauge.builder("sat.cifrado.pendientes")
            .description("Filas bajo una clave que no es la actual; en_llavero=false: la esperan")
            .register(registry);
  }

  void contar(Llavero llavero) throws FlotaCaida {
    gauge.register(database.transaction(connection -> filas(connection, llavero)), true);
  }

  private static List<MultiGauge.Row<?>> filas(Connection connection, Llavero llavero)
      throws SQLException {
    List<MultiGauge.Row<?>> filas = new ArrayList<>();
    for (Tabla tabla : Tabla.values()) {
      filas.addAll(filas(connection, tabla.nombre(), "clave", llavero));
    }
    filas.addAll(filas(connection, CREDENCIAL, "split_part(huella, ':', 1)", llavero));
    return filas;
  }

  private static List<MultiGauge.Row<?>> filas(
      Connection connection, String tabla, String clave, Llavero llavero) throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(
                connection,
                "select %1$s, count(*) from %2$s where %1$s <> ? group by 1"
                    .formatted(clave, tabla),
                llavero.actual());
        ResultSet fila = select.executeQuery()) {
      List<MultiGauge.Row<?>> filas = new ArrayList<>();
      while (fila.next()) {
        String bajo = fila.getString(1);
        boolean presente = llavero.claves().contains(bajo);
        filas.add(
            MultiGauge.Row.of(
                Tags.of("tabla", tabla, "clave", bajo, "en_llavero", String.valueOf(presente)),
                fila.getLong(2)));
      }
      return filas;
    }
  }
}
