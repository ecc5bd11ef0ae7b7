package co.satccf.transmitter.correccion;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.evento.Motivo;
import co.satccf.stream.DatabaseFailure;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.movimientos.ReporteTomado;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Applies corrections to the reports they name, each in a transaction of its own, by the state it
 * finds the report in (rule 12).
 */
@ApplicationScoped
class Correcciones {

  private static final Logger LOG = Logger.getLogger(Correcciones.class);

  /** Configuration has changed since it was taken in. */
  private static final Desenlace ILEGIBLE =
      Desenlace.enBandeja("El evento ya no se puede leer como corrección");

  private static final Desenlace ALTERADA =
      Desenlace.enBandeja("Lo guardado fue alterado: no abre con su clave");

  private static final Desenlace NO_SE_PUDO_GUARDAR =
      Desenlace.enBandeja("El almacén rechazó la corrección");

  private static final Motivo DE_REPORTE_FINAL =
      new Motivo(
          "CORRECCION_DE_REPORTE_RETIRADO_O_SUSTITUIDO",
          "El reporte que el evento corrige ya fue retirado o sustituido");

  private final Reception reception;
  private final Database database;
  private final Mover mover;
  private final Resguardo resguardo;
  private final Signals signals;

  Correcciones(
      Reception reception, Database database, Mover mover, Resguardo resguardo, Signals signals) {
    this.reception = reception;
    this.database = database;
    this.mover = mover;
    this.resguardo = resguardo;
    this.signals = signals;
  }

  /**
   * @return whether it no longer waits
   */
  boolean aplicar(CorreccionGuardada guardada) throws SQLException {
    try {
      return aplicar(guardada.abierta(resguardo));
    } catch (NoDescifrableException closed) {
      LOG.errorf(
          "event=correction_closed correccion=%d cause=\"%s\"", guardada.id(), closed.getMessage());
      return switch (closed.motivo()) {
        case CLAVE_DESCONOCIDA -> false;
        case ALTERADO -> {
          database.transaction(
              connection ->
                  apartar(
                      connection,
                      guardada.id(),
                      guardada.servicio(),
                      guardada.original(),
                      ALTERADA));
          yield true;
        }
      };
    }
  }

  private boolean aplicar(CorreccionEnEspera correccion) throws SQLException {
    Desenlace desenlace;
    try {
      Entrada entrada = reception.read(correccion.evento());
      desenlace =
          database.transaction(
              connection ->
                  entrada instanceof Entrada.Correccion(byte[] _, String _, var nueva)
                      ? aplicar(connection, correccion, nueva, "Corrección por evento")
                      : apartar(connection, correccion, ILEGIBLE));
    } catch (SQLException | RuntimeException failure) {
      if (DatabaseFailure.is(failure)) {
        throw failure;
      }
      // One that the store refuses must not hold up all others (rule 11).
      LOG.errorf(
          "event=correction_refused correccion=%d cause=%s",
          correccion.id(), DatabaseFailure.describe(failure));
      desenlace =
          database.transaction(connection -> apartar(connection, correccion, NO_SE_PUDO_GUARDAR));
    }
    signals.outbox();
    return !desenlace.equals(Desenlace.EN_ESPERA);
  }

  /** Applies a correction in the caller's transaction. */
  Desenlace aplicar(
      Connection connection, CorreccionEnEspera correccion, Entrada.Reportable nueva, String motivo)
      throws SQLException {
    Optional<ReporteTomado> tomado =
        mover.tomar(connection, correccion.servicio(), correccion.original(), nueva);
    if (tomado.isEmpty() || !CorreccionStatements.tomar(connection, correccion.id())) {
      return Desenlace.EN_ESPERA;
    }
    Desenlace desenlace = aplicar(connection, correccion, nueva, tomado.get());
    if (desenlace.equals(Desenlace.EN_ESPERA)) {
      return desenlace;
    }
    CorreccionStatements.resolver(connection, correccion.id(), desenlace);
    CorreccionStatements.soltar(
        connection,
        correccion.servicio(),
        List.of(correccion.original(), nueva.radicado().numero()));
    anotar(connection, correccion, nueva, tomado.get(), desenlace, motivo);
    return desenlace;
  }

  private Desenlace aplicar(
      Connection connection,
      CorreccionEnEspera correccion,
      Entrada.Reportable nueva,
      ReporteTomado tomado)
      throws SQLException {
    return switch (Destino.segun(tomado.estado())) {
      case ESPERAR -> Desenlace.EN_ESPERA;
      case BANDEJA -> Desenlace.enBandeja("El reporte ya fue aceptado y el SAT no admite anularlo");
      case CUARENTENA -> {
        aCuarentena(connection, correccion);
        yield Desenlace.rechazada(DE_REPORTE_FINAL.mensaje());
      }
      case APLICAR -> {
        if (nueva.radicado().numero().equals(correccion.original())) {
          mover.corregir(connection, tomado, nueva);
          yield Desenlace.APLICADA;
        }
        if (CorreccionStatements.existe(
            connection, correccion.servicio(), nueva.radicado().numero())) {
          yield Desenlace.enBandeja("El radicado nuevo ya está en otro reporte");
        }
        mover.suceder(connection, tomado, nueva);
        yield Desenlace.APLICADA;
      }
    };
  }

  /** For a person to look at; its report goes on without it. */
  private Desenlace apartar(
      Connection connection, CorreccionEnEspera correccion, Desenlace desenlace)
      throws SQLException {
    return apartar(
        connection, correccion.id(), correccion.servicio(), correccion.original(), desenlace);
  }

  private Desenlace apartar(
      Connection connection, long id, ServicioSat servicio, String original, Desenlace desenlace)
      throws SQLException {
    mover.tomar(connection, servicio, original, null);
    if (!CorreccionStatements.tomar(connection, id)) {
      return Desenlace.EN_ESPERA;
    }
    CorreccionStatements.resolver(connection, id, desenlace);
    CorreccionStatements.soltar(connection, servicio, List.of(original));
    return desenlace;
  }

  private void aCuarentena(Connection connection, CorreccionEnEspera correccion)
      throws SQLException {
    CorreccionStatements.aCuarentena(connection, correccion.id(), DE_REPORTE_FINAL);
    Procedencia evento = correccion.evento();
    ObjectNode data =
        Resultado.cuarentena(
            evento.topico(),
            evento.particion(),
            evento.posicion(),
            null,
            null,
            List.of(DE_REPORTE_FINAL));
    OutboxStatements.insert(
        connection,
        List.of(
            new OutboxStatements.Message(
                "cuarentena",
                evento.toString(),
                TipoResultado.CUARENTENA.tipoEvento(),
                data,
                Topicos.RESULTADOS,
                evento.topico() + "-" + evento.particion())));
  }

  private static void anotar(
      Connection connection,
      CorreccionEnEspera correccion,
      Entrada.Reportable nueva,
      ReporteTomado tomado,
      Desenlace desenlace,
      String motivo)
      throws SQLException {
    ObjectNode detalle = JsonNodeFactory.instance.objectNode();
    detalle.put("correccion", correccion.id());
    detalle.put("desenlace", desenlace.estado());
    detalle.put("eventoSource", nueva.evento().source());
    detalle.put("eventoId", nueva.evento().id());
    detalle.put("radicado", nueva.radicado().numero());
    detalle.put("estadoAnterior", tomado.estado().name());
    detalle.put("version", tomado.version());
    detalle.put("glosas", nueva.glosas().size());
    detalle.put("porque", desenlace.motivo());
    Auditoria.anotar(
        connection,
        new Asiento(correccion.quien(), "CORRECCION", tomado.objeto(), motivo, detalle));
  }
}
