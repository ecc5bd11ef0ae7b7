package co.satccf.reporting.informes;

import co.satccf.identidad.Operador;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.Archivo;
import co.satccf.reporting.documento.Formas;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.problema.NoHay;
import co.satccf.reporting.problema.NoSePuede;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What people do with reports; who, when and why stands in their history. */
@Singleton
public class Expedientes {

  private final ReportingConfig.Informes config;
  private final DataSource database;
  private final Formas formas;
  private final Clock clock;

  Expedientes(ReportingConfig config, DataSource database, Formas formas, Clock clock) {
    this.config = config.informes();
    this.database = database;
    this.formas = formas;
    this.clock = clock;
  }

  /** What a person decides of a report that stands in one state, and where it goes. */
  enum Decision {
    APROBAR(EstadoInforme.POR_APROBAR, EstadoInforme.APROBADO),
    REHACER(EstadoInforme.DESCUADRADO, EstadoInforme.POR_HACER),
    REENVIAR_FALLIDO(EstadoInforme.FALLIDO, EstadoInforme.APROBADO),
    REENVIAR_INCIERTO(EstadoInforme.INCIERTO, EstadoInforme.APROBADO),
    DAR_POR_ENVIADO(EstadoInforme.INCIERTO, EstadoInforme.ENVIADO);

    private final EstadoInforme de;
    private final EstadoInforme a;

    Decision(EstadoInforme de, EstadoInforme a) {
      this.de = de;
      this.a = a;
    }
  }

  /**
   * @param corte the last minute that may be reported when null
   * @throws NoSePuede when there is one of this kind and cut-off, or the cut-off has not come
   */
  Expediente abrir(TipoInforme tipo, @Nullable Instant corte, Operador quien) throws SQLException {
    var ultimo = clock.instant().minus(config.reposo());
    if (corte != null && corte.isAfter(ultimo)) {
      throw new NoSePuede(
          "El corte más reciente que se puede contar es " + ultimo + ": aún falta para " + corte);
    }
    var pedido = corte == null ? ultimo.truncatedTo(ChronoUnit.MINUTES) : corte;
    return Transaction.of(database, connection -> abrir(connection, tipo, pedido, quien.nombre()))
        .orElseThrow(
            () ->
                new NoSePuede(
                    "Ya hay un informe de esa clase con ese corte; descártelo para hacer otro"));
  }

  /** Empty when there is one of this kind and cut-off already. */
  public Optional<Expediente> abrir(
      Connection connection, TipoInforme tipo, Instant corte, String quien) throws SQLException {
    return ExpedienteStatements.abrir(
        connection, tipo, corte, quien, config.reposo(), config.paciencia());
  }

  /**
   * @throws NoHay when there is no such report
   * @throws NoSePuede when it does not stand where that can be decided
   */
  Expediente decidir(long id, Decision decision, Operador quien, @Nullable String motivo)
      throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          mover(connection, id, decision.de, decision.a, quien, motivo);
          ExpedienteStatements.empezarDeNuevo(connection, id, config.paciencia());
          return uno(connection, id);
        });
  }

  /** Sends again what failed, or what a person has found not to have arrived. */
  Expediente reenviar(long id, Operador quien, String motivo) throws SQLException {
    var estado = Transaction.of(database, connection -> uno(connection, id)).estado();
    return decidir(
        id,
        estado == EstadoInforme.INCIERTO ? Decision.REENVIAR_INCIERTO : Decision.REENVIAR_FALLIDO,
        quien,
        motivo);
  }

  /**
   * @throws NoHay when there is no such report
   * @throws NoSePuede when it is being sent, or has been, or perhaps has been
   */
  Expediente descartar(long id, Operador quien, String motivo) throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          var estado = uno(connection, id).estado();
          if (!estado.puedeIrA(EstadoInforme.DESCARTADO)) {
            throw noSePuede(estado);
          }
          mover(connection, id, estado, EstadoInforme.DESCARTADO, quien, motivo);
          return uno(connection, id);
        });
  }

  private static void mover(
      Connection connection,
      long id,
      EstadoInforme de,
      EstadoInforme a,
      Operador quien,
      @Nullable String motivo)
      throws SQLException {
    if (!ExpedienteStatements.mover(connection, id, de, a, quien.nombre(), motivo, Duration.ZERO)) {
      throw noSePuede(uno(connection, id).estado());
    }
  }

  private static NoSePuede noSePuede(EstadoInforme estado) {
    return new NoSePuede("El informe está " + estado + ": eso no se puede hacer con él");
  }

  List<Expediente> pagina(
      List<TipoInforme> tipos, List<EstadoInforme> estados, long despues, int limite)
      throws SQLException {
    return Transaction.of(
        database,
        connection -> ExpedienteConsultas.pagina(connection, tipos, estados, despues, limite));
  }

  Detalle detalle(long id) throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          var expediente = uno(connection, id);
          var archivos = ArchivoStatements.todos(connection, id);
          return new Detalle(
              expediente,
              archivos.stream().map(Detalle.DeArchivo::de).toList(),
              ExpedienteConsultas.historia(connection, id),
              archivos.isEmpty() ? null : formas.leer(archivos.getFirst().contenido()));
        });
  }

  /**
   * @throws NoHay when there is no such report or file
   */
  Archivo archivo(long id, String nombre) throws SQLException {
    return archivos(id).stream()
        .filter(archivo -> archivo.nombre().equals(nombre))
        .findFirst()
        .orElseThrow(() -> new NoHay("El informe no tiene ese archivo"));
  }

  /**
   * @throws NoHay when there is no such report, or it is not made yet
   */
  Archivo pagina(long id) throws SQLException {
    return archivos(id).stream()
        .filter(archivo -> archivo.tipo().equals(Archivo.HTML))
        .findFirst()
        .orElseThrow(() -> new NoHay("El informe aún no está hecho"));
  }

  private List<Archivo> archivos(long id) throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          var expediente = uno(connection, id);
          return ArchivoStatements.todos(connection, expediente.id());
        });
  }

  private static Expediente uno(Connection connection, long id) throws SQLException {
    return ExpedienteConsultas.uno(connection, id)
        .orElseThrow(() -> new NoHay("No hay un informe con ese número"));
  }
}
