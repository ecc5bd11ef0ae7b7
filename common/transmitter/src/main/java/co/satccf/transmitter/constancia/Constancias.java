package co.satccf.transmitter.constancia;

import co.satccf.identidad.Operador;
import co.satccf.model.ServicioSat;
import co.satccf.model.huella.Sha256;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.auditoria.Verificacion.Cabeza;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Issues constancias: all of one snapshot of the database, and every issue leaves its hash in the
 * audit, after the head of the chain that the constancia itself quotes.
 */
@ApplicationScoped
public class Constancias {

  private final Database database;
  private final Resguardo resguardo;
  private final ObjectMapper json;

  Constancias(Database database, Resguardo resguardo, ObjectMapper json) {
    this.database = database;
    this.resguardo = resguardo;
    this.json = json;
  }

  /** Empty when there is no such report; nothing is audited then. */
  public Optional<ConstanciaEmitida> emitir(
      ServicioSat servicio, String radicado, Operador operador) throws SQLException {
    Optional<Constancia> reunida =
        database.transaction(
            connection -> {
              oneSnapshot(connection);
              return ConstanciaStatements.reunir(
                  connection, servicio, radicado, operador.nombre(), resguardo, json);
            });
    if (reunida.isEmpty()) {
      return Optional.empty();
    }
    Constancia constancia = reunida.get();
    ConstanciaEmitida emitida =
        new ConstanciaEmitida(
            constancia, Sha256.hex(JsonCanonico.de(json.valueToTree(constancia))));
    database.transaction(
        connection -> {
          anotar(connection, emitida, operador);
          return true;
        });
    return Optional.of(emitida);
  }

  private static void oneSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
    }
  }

  private static void anotar(Connection connection, ConstanciaEmitida emitida, Operador operador)
      throws SQLException {
    Constancia.Reporte reporte = emitida.constancia().reporte();
    Cabeza cabeza = emitida.constancia().cadena();
    ObjectNode detalle = JsonNodeFactory.instance.objectNode();
    detalle.put("sha256", emitida.sha256());
    detalle.put("estado", reporte.estado());
    detalle.put("revision", reporte.revision());
    detalle.put("cadena", cabeza == null ? 0 : cabeza.numero());
    Auditoria.anotar(
        connection,
        new Asiento(
            operador.nombre(),
            "CONSTANCIA",
            "reporte/" + reporte.servicio() + "/" + reporte.radicado(),
            "Constancia emitida",
            detalle));
  }
}
