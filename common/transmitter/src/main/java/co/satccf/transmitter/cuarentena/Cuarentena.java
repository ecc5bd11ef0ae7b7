package co.satccf.transmitter.cuarentena;

import co.satccf.identidad.Operador;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.evento.Motivo;
import co.satccf.stream.DatabaseFailure;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.intake.Replay;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What people do with records that could not be placed: look, replay, discard; all of it audited.
 */
@ApplicationScoped
public class Cuarentena {

  private static final Logger LOG = Logger.getLogger(Cuarentena.class);

  private final Database database;
  private final Replay replay;
  private final Resguardo resguardo;

  Cuarentena(Database database, Replay replay, Resguardo resguardo) {
    this.database = database;
    this.replay = replay;
    this.resguardo = resguardo;
  }

  /**
   * The record as it came, after the audit knows who looks and why.
   *
   * @throws Rechazo when there is no such record
   */
  public Procedencia consultar(long id, String motivo, Operador operador) throws SQLException {
    return database.transaction(
        connection -> {
          Apartado apartado = existente(CuarentenaStatements.byId(connection, id), id);
          Procedencia contenido = contenido(connection, id);
          ObjectNode detalle = JsonNodeFactory.instance.objectNode();
          detalle.put("bytes", apartado.bytes());
          detalle.put("huella", HexFormat.of().formatHex(resguardo.huella(contenido.contenido())));
          Auditoria.anotar(
              connection,
              new Asiento(
                  operador.nombre(), "CONSULTA_CUARENTENA", apartado.objeto(), motivo, detalle));
          return contenido;
        });
  }

  /**
   * Takes the record in again, as the contracts, catalogues and configuration are now.
   *
   * @return the record as it stands then
   * @throws Rechazo when there is no such record, or it is not open
   */
  public Apartado reprocesar(long id, String motivo, Operador operador) throws SQLException {
    Procedencia procedencia = database.transaction(connection -> contenido(connection, id));
    try {
      Entrada entrada = replay.leer(procedencia);
      Replay.Resultado resultado =
          database.transaction(
              connection -> {
                Apartado apartado = abierto(connection, id);
                Replay.Resultado nuevo = replay.colocar(connection, entrada, apartado.propia());
                terminar(connection, apartado, nuevo, motivo, operador);
                return nuevo;
              });
      replay.avisar(resultado);
    } catch (Rechazo refused) {
      throw refused;
    } catch (SQLException | RuntimeException failure) {
      if (DatabaseFailure.is(failure)) {
        throw failure;
      }
      culpable(id, failure, motivo, operador);
    }
    return database.transaction(
        connection -> existente(CuarentenaStatements.byId(connection, id), id));
  }

  /** The store refuses the record itself, as it does in intake: it stays. */
  private void culpable(long id, Exception failure, String motivo, Operador operador)
      throws SQLException {
    String causa = failure.getClass().getSimpleName();
    LOG.errorf("event=replay_culprit cuarentena=%d cause=%s", id, causa);
    Motivo porque = new Motivo("NO_SE_PUDO_GUARDAR", "El almacén rechazó el evento: " + causa);
    database.transaction(
        connection -> {
          Apartado apartado = abierto(connection, id);
          terminar(
              connection,
              apartado,
              new Replay.Resultado(null, null, null, List.of(porque), Set.of()),
              motivo,
              operador);
          return true;
        });
  }

  private void terminar(
      Connection connection,
      Apartado antes,
      Replay.Resultado resultado,
      String motivo,
      Operador operador)
      throws SQLException {
    ObjectNode detalle = JsonNodeFactory.instance.objectNode();
    ObjectNode despues = JsonNodeFactory.instance.objectNode();
    detalle.putObject("antes").set("motivos", codigos(antes.motivos()));
    detalle.set("despues", despues);
    Replay.Desenlace desenlace = resultado.desenlace();
    if (desenlace == null) {
      CuarentenaStatements.stays(connection, antes.id(), resultado.motivos());
      if (!codigos(antes.motivos()).equals(codigos(resultado.motivos()))) {
        OutboxStatements.insert(connection, List.of(message(antes, resultado.motivos())));
      }
      despues.put("estado", EstadoCuarentena.ABIERTA.name());
      despues.set("motivos", codigos(resultado.motivos()));
    } else {
      CuarentenaStatements.replayed(connection, antes.id(), resultado);
      despues.put("estado", EstadoCuarentena.REPROCESADA.name());
      despues.put("desenlace", desenlace.name());
      despues.put("servicio", resultado.servicio() == null ? null : resultado.servicio().nombre());
      despues.put("radicado", resultado.radicado());
    }
    anotar(connection, operador, "REPROCESO", antes.objeto(), motivo, detalle);
    if (desenlace == Replay.Desenlace.REPORTE && resultado.servicio() != null) {
      ObjectNode origen = JsonNodeFactory.instance.objectNode();
      origen.put("cuarentena", antes.id());
      origen.put("topico", antes.topico());
      origen.put("particion", antes.particion());
      origen.put("posicion", antes.posicion());
      String objeto = "reporte/" + resultado.servicio().nombre() + "/" + resultado.radicado();
      anotar(connection, operador, "REPROCESO", objeto, motivo, origen);
    }
  }

  /** The outcome of a record that stays has the place of the record, as the first one had. */
  private OutboxStatements.Message message(Apartado apartado, List<Motivo> motivos) {
    return new OutboxStatements.Message(
        "cuarentena",
        apartado.topico() + "-" + apartado.particion() + "@" + apartado.posicion(),
        TipoResultado.CUARENTENA.tipoEvento(),
        Resultado.cuarentena(
            apartado.topico(),
            apartado.particion(),
            apartado.posicion(),
            apartado.eventoSource(),
            apartado.eventoId(),
            motivos),
        Topicos.RESULTADOS,
        apartado.topico() + "-" + apartado.particion());
  }

  /**
   * Decides that there is nothing to report in it.
   *
   * @throws Rechazo when there is no such record, or it is not open
   */
  public Apartado descartar(long id, String motivo, Operador operador) throws SQLException {
    return database.transaction(
        connection -> {
          Apartado antes = abierto(connection, id);
          CuarentenaStatements.discard(connection, id);
          Apartado despues = existente(CuarentenaStatements.byId(connection, id), id);
          ObjectNode detalle = JsonNodeFactory.instance.objectNode();
          detalle.putObject("antes").set("motivos", codigos(antes.motivos()));
          detalle.putObject("despues").put("estado", despues.estado().name());
          anotar(connection, operador, "DESCARTE", antes.objeto(), motivo, detalle);
          return despues;
        });
  }

  private static void anotar(
      Connection connection,
      Operador operador,
      String accion,
      String objeto,
      String motivo,
      ObjectNode detalle)
      throws SQLException {
    Auditoria.anotar(connection, new Asiento(operador.nombre(), accion, objeto, motivo, detalle));
  }

  private static ArrayNode codigos(List<Motivo> motivos) {
    ArrayNode codigos = JsonNodeFactory.instance.arrayNode();
    motivos.forEach(motivo -> codigos.add(motivo.codigo()));
    return codigos;
  }

  private static Apartado abierto(Connection connection, long id) throws SQLException {
    Apartado apartado = existente(CuarentenaStatements.lock(connection, id), id);
    if (apartado.estado() != EstadoCuarentena.ABIERTA) {
      throw new Rechazo(
          Falla.CONFLICTO, "El registro %d ya está %s".formatted(id, apartado.estado()));
    }
    return apartado;
  }

  private Procedencia contenido(Connection connection, long id) throws SQLException {
    CuarentenaStatements.Guardado guardado =
        CuarentenaStatements.content(connection, id).orElseThrow(() -> noHay(id));
    RegistroGuardado registro = guardado.registro();
    if (registro == null) {
      throw new Rechazo(Falla.CONFLICTO, "El contenido del registro %d ya se depuró".formatted(id));
    }
    try {
      return registro.abierto(
          resguardo, guardado.topico(), guardado.particion(), guardado.posicion());
    } catch (NoDescifrableException closed) {
      throw Resguardo.cerrado(closed);
    }
  }

  private static Apartado existente(Optional<Apartado> apartado, long id) {
    return apartado.orElseThrow(() -> noHay(id));
  }

  private static Rechazo noHay(long id) {
    return new Rechazo(Falla.NO_ENCONTRADO, "No hay un registro %d en cuarentena".formatted(id));
  }
}
