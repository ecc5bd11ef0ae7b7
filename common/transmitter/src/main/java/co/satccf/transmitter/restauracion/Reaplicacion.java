package co.satccf.transmitter.restauracion;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.familia.AlLiquidar;
import co.satccf.transmitter.restauracion.RestauracionStatements.Atrasado;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.ReporteIdentificado;
import co.satccf.transmitter.store.Turnos;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives reports the state that their last outcome tells. That is no move of the table of legal
 * moves and tells nobody anything: the move was made, and told, in a past that the store has lost.
 */
@ApplicationScoped
class Reaplicacion {

  private final Database database;
  private final Instance<AlLiquidar> consecuencia;
  private final ObjectMapper json;
  private final @Nullable Duration incierto;

  Reaplicacion(
      Database database, Instance<AlLiquidar> consecuencia, ObjectMapper json, SatConfig config) {
    this.database = database;
    this.consecuencia = consecuencia;
    this.json = json;
    this.incierto =
        switch (config.incierto().modo()) {
          case REENVIAR -> config.incierto().espera();
          case ESPERAR -> null;
        };
  }

  /**
   * Applies what can be applied now.
   *
   * @param despues only to reports that came after this one
   * @param todos also to reports that wait for a correction, when none is on its way any more: a
   *     final state holds all the same; another one is left to what the store has
   * @return how many reports have learnt what they had become
   */
  int aplicar(long despues, boolean todos) throws SQLException {
    int aprendidos = 0;
    List<Atrasado> atrasados;
    do {
      atrasados =
          database.transaction(
              connection -> RestauracionStatements.atrasados(connection, despues, todos));
      for (Atrasado atrasado : atrasados) {
        database.transaction(connection -> aplicar(connection, atrasado));
      }
      aprendidos += atrasados.size();
    } while (!atrasados.isEmpty());
    return aprendidos;
  }

  private boolean aplicar(Connection connection, Atrasado atrasado) throws SQLException {
    ReporteIdentificado reporte = atrasado.reporte();
    Locks.turns(
        connection,
        Set.of(reporte.llave()),
        Set.of(reporte.empleador()),
        consecuencia.isResolvable());
    Aprendido aprendido = posible(Aprendido.de(atrasado.resultado(), json), atrasado);
    EstadoReporte estado = aprendido.estado();
    RestauracionStatements.reaplicar(connection, reporte.id(), aprendido, incierto);
    if (aprendido.deSat()) {
      RestauracionStatements.guardarIntento(
          connection, reporte.id(), atrasado.version(), aprendido);
    }
    RestauracionStatements.aprendido(connection, reporte);
    if (estado.esFinal() && !atrasado.estado().esFinal()) {
      if (consecuencia.isResolvable()) {
        consecuencia.get().liquidado(connection, reporte, estado);
      }
      if (atrasado.enTurno()) {
        Turnos.siguiente(connection, reporte.llave(), null);
      }
    }
    return true;
  }

  private static Aprendido posible(Aprendido aprendido, Atrasado atrasado) {
    EstadoReporte estado = aprendido.estado();
    if (estado.esFinal()) {
      return aprendido;
    }
    boolean conElTurno =
        estado == EstadoReporte.INCIERTO
            || estado == EstadoReporte.POR_CONFIRMAR
            || estado == EstadoReporte.EN_VUELO;
    if (atrasado.estado().esFinal()
        || aprendido.version() != atrasado.version()
        || (conElTurno && !atrasado.enTurno())) {
      return aprendido.enEstado(quieto(atrasado.estado()));
    }
    return aprendido.enEstado(quieto(estado));
  }

  /** Nothing is in flight in a restored store: whatever was may have arrived. */
  private static EstadoReporte quieto(EstadoReporte estado) {
    return estado == EstadoReporte.EN_VUELO ? EstadoReporte.INCIERTO : estado;
  }
}
