package co.satccf.reporting.cargas;

import co.satccf.model.Familia;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.reporting.cargas.Ensayos.SinRespuesta;
import co.satccf.reporting.informes.Transaction;
import co.satccf.stream.DatabaseFailure;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has every line of an upload looked at by the family that owns it, and keeps what there is to say
 * of it. Publishes nothing.
 */
@Singleton
class Revision {

  private static final Logger LOG = Logger.getLogger(Revision.class);

  /** Of 500 lines at the most: what a family takes in one request, 100,000. */
  private static final int TROZOS_POR_PREGUNTA = 200;

  private static final int HALLAZGOS = 500;

  private final DataSource database;
  private final Trozos trozos;
  private final Ensayos ensayos;

  Revision(DataSource database, Trozos trozos, Ensayos ensayos) {
    this.database = database;
    this.trozos = trozos;
    this.ensayos = ensayos;
  }

  /**
   * Looks at all lines, and writes down how that ended.
   *
   * @param revision number of this look; when another one counts, this one ends
   * @param huella SHA-256 of the file
   * @param autorizacion of the person who asked for it
   */
  void revisar(long carga, int revision, String huella, String autorizacion) {
    @Nullable String motivo = null;
    try {
      for (var familia : Familia.values()) {
        var numeros = trozos.deFamilia(carga, familia);
        for (int i = 0; i < numeros.size(); i += TROZOS_POR_PREGUNTA) {
          var tanda = numeros.subList(i, Math.min(i + TROZOS_POR_PREGUNTA, numeros.size()));
          new Pregunta(carga, revision, huella).hacer(familia, tanda, autorizacion);
        }
      }
    } catch (Relevada otra) {
      return;
    } catch (SinRespuesta away) {
      motivo = away.getMessage();
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf(
          "event=upload_look_failed id=%d cause=%s", carga, DatabaseFailure.describe(failure));
      motivo = "Algo falló aquí mientras se revisaba";
    }
    terminar(carga, revision, motivo);
  }

  private void terminar(long carga, int revision, @Nullable String motivo) {
    try {
      Transaction.of(
          database,
          connection -> {
            CargaStatements.terminarRevision(connection, carga, revision, motivo);
            return carga;
          });
      LOG.infof("event=upload_looked_at id=%d complete=%s", carga, motivo == null);
    } catch (SQLException away) {
      // It stays under way until somebody has it looked at again.
      LOG.warnf("event=upload_look_lost id=%d cause=%s", carga, DatabaseFailure.describe(away));
    }
  }

  /** One request to one family. */
  private final class Pregunta {

    private final long carga;
    private final int revision;
    private final String huella;

    /** Of each line of the body, its number in the file. */
    private final List<Integer> numeros = Collections.synchronizedList(new ArrayList<>());

    private final List<Hallazgo> hallazgos = new ArrayList<>();

    Pregunta(long carga, int revision, String huella) {
      this.carga = carga;
      this.revision = revision;
      this.huella = huella;
    }

    void hacer(Familia familia, List<Integer> tanda, String autorizacion)
        throws SinRespuesta, SQLException, Relevada {
      var pendientes = tanda.iterator();
      ensayos.ensayar(
          familia,
          new CuerpoDeTrozos(() -> siguiente(pendientes)),
          autorizacion,
          (linea, validacion) -> {
            LectorDeValidaciones.leer(numeros.get(linea - 1), validacion).ifPresent(hallazgos::add);
            if (hallazgos.size() == HALLAZGOS) {
              guardar();
            }
          });
      guardar();
    }

    private byte[] siguiente(Iterator<Integer> pendientes) throws IOException {
      if (!pendientes.hasNext()) {
        return new byte[0];
      }
      try {
        var trozo = trozos.desde(carga, pendientes.next());
        var bytes = new ByteArrayOutputStream();
        if (trozo != null) {
          for (var linea : trozo.lineas()) {
            numeros.add(linea.numero());
            bytes.write(linea.completa(huella));
            bytes.write('\n');
          }
          avanzar(trozo.lineas().size());
        }
        return bytes.toByteArray();
      } catch (SQLException | NoDescifrableException | Relevada closed) {
        throw new IOException(closed.getClass().getSimpleName());
      }
    }

    /** Told as they go: a family answers when it has read the last one. */
    private void avanzar(int revisadas) throws SQLException, Relevada {
      exigir(
          Transaction.of(
              database,
              connection -> CargaStatements.avanzar(connection, carga, revision, revisadas)));
    }

    private void guardar() throws SQLException, Relevada {
      var cuenta =
          Transaction.of(
              database,
              connection -> {
                if (!CargaStatements.avanzar(connection, carga, revision, 0)) {
                  return false;
                }
                HallazgoStatements.guardar(connection, carga, hallazgos, false);
                return true;
              });
      hallazgos.clear();
      exigir(cuenta);
    }

    private static void exigir(boolean cuenta) throws Relevada {
      if (!cuenta) {
        throw new Relevada();
      }
    }
  }
}
