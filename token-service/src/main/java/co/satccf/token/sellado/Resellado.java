package co.satccf.token.sellado;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Puts what is sealed under the ring's current key, so that an older one can be taken out. */
@ApplicationScoped
public class Resellado {

  private static final Logger LOG = Logger.getLogger(Resellado.class);

  private final Database database;
  private final ArchivoDeLlavero llaveros;

  public Resellado(Database database, ArchivoDeLlavero llaveros) {
    this.database = database;
    this.llaveros = llaveros;
  }

  /** Rows that cannot be opened stay as they are: whoever reads them is told. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void todo() {
    Llavero llavero = llaveros.llavero();
    for (Tabla tabla : Tabla.values()) {
      try {
        int filas = database.transaction(connection -> resellar(connection, tabla, llavero));
        if (filas > 0) {
          LOG.infof(
              "event=sealed_under_the_current_key tabla=%s filas=%d actual=%s",
              tabla.nombre(), filas, llavero.actual());
        }
      } catch (FlotaCaida away) {
        LOG.debugf("event=sealed_under_an_old_key tabla=%s", tabla.nombre());
      }
    }
  }

  private static int resellar(Connection connection, Tabla tabla, Llavero llavero)
      throws SQLException {
    int filas = 0;
    try (PreparedStatement select =
            Sql.preparar(
                connection,
                "select %s::text as fila, cifrado, clave from %s where clave <> ? for update"
                    .formatted(tabla.llave(), tabla.nombre()),
                llavero.actual());
        ResultSet fila = select.executeQuery()) {
      while (fila.next()) {
        filas += resellar(connection, tabla, fila, llavero);
      }
    }
    return filas;
  }

  private static int resellar(Connection connection, Tabla tabla, ResultSet fila, Llavero llavero)
      throws SQLException {
    String llave = fila.getString("fila");
    Cifrado viejo = new Cifrado(fila.getString("clave"), fila.getBytes("cifrado"));
    try {
      Cifrado nuevo =
          llavero.cifrar(llavero.descifrar(viejo, tabla.lugar(llave)), tabla.lugar(llave));
      return Sql.ejecutar(
          connection,
          "update %s set cifrado = ?, clave = ? where %s::text = ?"
              .formatted(tabla.nombre(), tabla.llave()),
          nuevo.bytes(),
          nuevo.clave(),
          llave);
    } catch (NoDescifrableException unreadable) {
      return 0;
    }
  }
}
