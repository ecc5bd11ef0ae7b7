package co.satccf.token.sellado;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.token.flota.Credenciales;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Sql;
import co.satccf.token.secretos.ArchivoDeCredencial;
import co.satccf.token.secretos.CredencialIlegible;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Puts what stands under the ring under its current key, so that an older one can be taken out, and
 * counts what does not.
 */
@ApplicationScoped
public class Resellado {

  private static final Logger LOG = Logger.getLogger(Resellado.class);

  private final Database database;
  private final ArchivoDeLlavero llaveros;
  private final ArchivoDeCredencial credenciales;
  private final Pendientes pendientes;

  Resellado(
      Database database,
      ArchivoDeLlavero llaveros,
      ArchivoDeCredencial credenciales,
      Pendientes pendientes) {
    this.database = database;
    this.llaveros = llaveros;
    this.credenciales = credenciales;
    this.pendientes = pendientes;
  }

  /** Rows that cannot be opened stay as they are: whoever reads them is told. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void todo() {
    Llavero llavero = llaveros.llavero();
    try {
      for (Tabla tabla : Tabla.values()) {
        contado(
            tabla.nombre(),
            database.transaction(connection -> resellar(connection, tabla, llavero)),
            llavero);
      }
      contado(
          Pendientes.CREDENCIAL,
          database.transaction(connection -> credencial(connection, llavero)),
          llavero);
      pendientes.contar(llavero);
    } catch (FlotaCaida away) {
      LOG.debugf("event=sealed_under_an_old_key cause=\"%s\"", away.getMessage());
    }
  }

  private static void contado(String tabla, int filas, Llavero llavero) {
    if (filas > 0) {
      LOG.infof(
          "event=sealed_under_the_current_key tabla=%s filas=%d actual=%s",
          tabla, filas, llavero.actual());
    }
  }

  /** What is known of credentials is keyed, not sealed: only those that are mounted can move. */
  private int credencial(Connection connection, Llavero llavero) throws SQLException {
    try {
      List<String> huellas = credenciales.leer().huellas(llavero);
      int olvidadas = Credenciales.olvidar(connection, huellas, llavero.actual());
      if (olvidadas > 0) {
        LOG.infof("event=credentials_forgotten filas=%d", olvidadas);
      }
      return Credenciales.actualizar(connection, huellas);
    } catch (CredencialIlegible unreadable) {
      return 0;
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
