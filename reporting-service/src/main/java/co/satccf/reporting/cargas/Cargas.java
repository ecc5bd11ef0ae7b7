package co.satccf.reporting.cargas;

import co.satccf.identidad.Operador;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.informes.Transaction;
import co.satccf.reporting.problema.ArchivoRechazado;
import co.satccf.reporting.problema.NoHay;
import co.satccf.reporting.problema.NoSePuede;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What people do with uploads; who, what and when stands in their history. */
@Singleton
public class Cargas {

  private static final Logger LOG = Logger.getLogger(Cargas.class);

  private static final Set<EstadoCarga> POR_REVISAR =
      EnumSet.of(EstadoCarga.POR_REVISAR, EstadoCarga.REVISANDO, EstadoCarga.REVISADA);

  private static final Set<EstadoCarga> CANCELABLES =
      EnumSet.of(
          EstadoCarga.POR_REVISAR,
          EstadoCarga.REVISANDO,
          EstadoCarga.REVISADA,
          EstadoCarga.PUBLICANDO);

  private final ReportingConfig.Cargas config;
  private final DataSource database;
  private final Cofre cofre;
  private final Revision revision;
  private final ExecutorService alFondo = Executors.newVirtualThreadPerTaskExecutor();

  Cargas(ReportingConfig config, DataSource database, Cofre cofre, Revision revision) {
    this.config = config.cargas();
    this.database = database;
    this.cofre = cofre;
    this.revision = revision;
  }

  @PreDestroy
  void detener() {
    alFondo.shutdownNow();
  }

  /** An upload with what became of it. */
  @RegisterForReflection
  @Schema(name = "CargaConSuHistoria", description = "Una carga, qué se encontró y su historia")
  public record Detalle(Carga carga, Map<String, Integer> resultados, List<PasoDeCarga> historia) {}

  /** Most bytes of one file. */
  public long maximoDeBytes() {
    return config.bytes();
  }

  /**
   * Refuses a file for its size before anything of it is kept.
   *
   * @param bytes as the sender tells; null when it does not
   * @throws ArchivoRechazado when it is too large
   * @throws IOException when whoever sends it has gone
   */
  public void admitir(@Nullable Long bytes, InputStream archivo) throws IOException {
    if (bytes != null && bytes > config.bytes()) {
      agotar(archivo);
      throw LineasDeTexto.demasiado(config.bytes());
    }
  }

  /** A browser sends everything before it reads: it would else never see why. */
  private static void agotar(InputStream archivo) throws IOException {
    archivo.transferTo(OutputStream.nullOutputStream());
  }

  /**
   * The number of an upload in a path.
   *
   * @throws NoHay when it is none
   */
  public static long numero(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new NoHay("No hay una carga con ese número");
    }
    return Long.parseLong(id);
  }

  /**
   * Takes a file in and has its lines looked at on the side.
   *
   * @param tipo event type of a sheet; what it says does not matter to NDJSON
   * @param autorizacion with which the family services are asked, in the name of this person
   * @throws ArchivoRechazado when it cannot be taken in; nothing of it is kept then
   * @throws IOException when whoever sends it has gone; nothing of it is kept then
   */
  public Carga recibir(
      String nombre, String tipo, InputStream archivo, Operador quien, String autorizacion)
      throws IOException, SQLException {
    cofre.exigir();
    var nueva =
        Transaction.of(
            database,
            connection ->
                CargaStatements.abrir(connection, NombreDeArchivo.de(nombre), quien.nombre()));
    try {
      var recibido =
          new Recepcion(database, cofre, nueva.id(), config.lineas())
              .recibir(new LineasDeTexto(archivo, config.bytes()), nueva, tipo);
      Transaction.of(
          database,
          connection -> CargaStatements.recibida(connection, nueva.id(), quien.nombre(), recibido));
    } catch (Throwable refused) {
      olvidar(nueva.id(), refused);
      if (refused instanceof ArchivoRechazado) {
        agotar(archivo);
      }
      throw refused;
    }
    LOG.infof("event=upload_received id=%d", nueva.id());
    return revisar(nueva.id(), quien, autorizacion);
  }

  private void olvidar(long id, Throwable refused) {
    try {
      Transaction.of(database, connection -> CargaStatements.olvidar(connection, id));
    } catch (SQLException away) {
      refused.addSuppressed(away);
    }
  }

  /**
   * Has its lines looked at on the side, from the first; a look that is under way gives way.
   *
   * @throws NoHay when there is no such upload
   * @throws NoSePuede when it is being published, or has ended
   */
  public Carga revisar(long id, Operador quien, String autorizacion) throws SQLException {
    var numero =
        Transaction.of(
            database,
            connection -> {
              CargaStatements.mover(
                  connection, id, POR_REVISAR, EstadoCarga.REVISANDO, quien.nombre());
              HallazgoStatements.olvidar(connection, id);
              return CargaStatements.empezarRevision(connection, id);
            });
    var carga = una(id);
    var huella = carga.huella();
    if (huella != null) {
      alFondo.execute(() -> revision.revisar(id, numero, huella, autorizacion));
    }
    return carga;
  }

  /**
   * Lets its lines go to Kafka, those with errors left out.
   *
   * @param sinErradas that some are left out is known
   * @throws NoHay when there is no such upload
   * @throws NoSePuede when it has not been looked at, nothing is left, some would be left out
   *     unknown, or this copy has no ring to open it with
   */
  public Carga publicar(long id, boolean sinErradas, Operador quien) throws SQLException {
    cofre.exigir();
    return Transaction.of(
        database,
        connection -> {
          CargaStatements.mover(
              connection,
              id,
              EnumSet.of(EstadoCarga.REVISADA),
              EstadoCarga.PUBLICANDO,
              quien.nombre());
          var carga = CargaStatements.exigida(connection, id);
          if (carga.porPublicar() == 0) {
            throw new NoSePuede("Todas las líneas tienen errores: no hay qué publicar");
          }
          if (carga.erradas() > 0 && !sinErradas) {
            throw new NoSePuede(
                carga.erradas() == 1
                    ? "Hay errores en 1 línea: corríjala y suba el archivo de nuevo, o publique sin ella"
                    : "Hay errores en %s: corríjalas y suba el archivo de nuevo, o publique sin ellas"
                        .formatted(Formato.cuantos(carga.erradas(), "línea", "líneas")));
          }
          return carga;
        });
  }

  /**
   * Ends it and forgets its content; what has been published stays published.
   *
   * @throws NoHay when there is no such upload
   * @throws NoSePuede when it has ended already
   */
  public Carga cancelar(long id, Operador quien) throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          CargaStatements.mover(connection, id, CANCELABLES, EstadoCarga.CANCELADA, quien.nombre());
          TrozoStatements.borrar(connection, id);
          return CargaStatements.exigida(connection, id);
        });
  }

  /** The newest first, those numbered below {@code despues}. */
  public List<Carga> pagina(long despues, int limite) throws SQLException {
    return Transaction.of(
        database, connection -> CargaStatements.pagina(connection, despues, limite));
  }

  /**
   * @throws NoHay when there is no such upload
   */
  public Carga una(long id) throws SQLException {
    return Transaction.of(database, connection -> CargaStatements.exigida(connection, id));
  }

  /**
   * @throws NoHay when there is no such upload
   */
  public Detalle detalle(long id) throws SQLException {
    return Transaction.of(
        database,
        connection ->
            new Detalle(
                CargaStatements.exigida(connection, id),
                HallazgoStatements.porResultado(connection, id),
                CargaStatements.historia(connection, id)));
  }

  /**
   * What was found in its lines, in the order of the file.
   *
   * @param errados only what keeps a line from being published
   * @param despues line of the last one of the page before; 0 for the first page
   * @throws NoHay when there is no such upload
   */
  public List<Hallazgo> hallazgos(long id, boolean errados, int despues, int limite)
      throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          var carga = CargaStatements.exigida(connection, id);
          return HallazgoStatements.pagina(connection, carga.id(), errados, despues, limite);
        });
  }
}
