package co.satccf.afiliacion.empleadores;

import co.satccf.afiliacion.registro.RegistroStatements;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import co.satccf.transmitter.empleadores.EmpleadorEnSat.Estado;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a person says about an employer in SAT: the register, who waits for it, {@code
 * sat.empleadores} and the audit change in one transaction.
 */
@ApplicationScoped
class Declaraciones {

  private final Database database;
  private final Signals signals;
  private final ObjectMapper json;

  Declaraciones(Database database, Signals signals, ObjectMapper json) {
    this.database = database;
    this.signals = signals;
    this.json = json;
  }

  /**
   * Takes the employer into the register; harmless when it is in it.
   *
   * @param empleador reference
   */
  Declarado incorporar(String empleador, String departamento, String motivo, String quien)
      throws SQLException {
    return declarar("INCORPORACION", empleador, departamento, Estado.INCORPORADO, motivo, quien);
  }

  /**
   * Takes the employer out. It counts as one that was in SAT (DESAFILIADO): its terminations may
   * still go.
   *
   * @throws Rechazo NO_ENCONTRADO when it never was in SAT; CONFLICTO when it left by a loss for
   *     grave cause
   */
  Declarado desincorporar(String empleador, String departamento, String motivo, String quien)
      throws SQLException {
    return declarar("DESINCORPORACION", empleador, departamento, Estado.DESAFILIADO, motivo, quien);
  }

  private Declarado declarar(
      String accion,
      String empleador,
      String departamento,
      Estado estado,
      String motivo,
      String quien)
      throws SQLException {
    Declarado declarado =
        database.transaction(
            connection -> {
              Locks.register(connection, List.of(empleador));
              Optional<EmpleadorEnSat> antes =
                  RegistroStatements.state(connection, empleador, departamento);
              if (estado == Estado.DESAFILIADO) {
                exigirQueEste(antes);
              }
              boolean cambio =
                  RegistroStatements.change(connection, empleador, departamento, estado);
              EmpleadorEnSat ahora =
                  RegistroStatements.state(connection, empleador, departamento).orElseThrow();
              if (cambio) {
                anotar(connection, accion, antes, ahora, motivo, quien);
              }
              return Declarado.de(ahora, cambio);
            });
    signals.outbox();
    signals.wakeUps();
    return declarado;
  }

  private static void exigirQueEste(Optional<EmpleadorEnSat> antes) {
    if (antes.isEmpty()) {
      throw new Rechazo(
          Falla.NO_ENCONTRADO, "El registro no conoce a ese empleador en ese departamento");
    }
    if (antes.get().estado() == Estado.PERDIDO) {
      throw new Rechazo(
          Falla.CONFLICTO,
          "El empleador ya salió de SAT en ese departamento por causa grave; nada que sacar");
    }
  }

  private void anotar(
      Connection connection,
      String accion,
      Optional<EmpleadorEnSat> antes,
      EmpleadorEnSat ahora,
      String motivo,
      String quien)
      throws SQLException {
    ObjectNode detalle = json.createObjectNode();
    detalle.put("departamento", ahora.departamento());
    detalle.put("de", antes.map(fila -> fila.estado().name()).orElse(null));
    detalle.put("a", ahora.estado().name());
    detalle.put("version", ahora.version());
    Auditoria.anotar(
        connection, new Asiento(quien, accion, "empleador/" + ahora.empleador(), motivo, detalle));
  }
}
