package co.satccf.transmitter.restauracion;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.config.Esperas;
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
import java.util.Optional;
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
  private final Esperas esperas;

  Reaplicacion(
      Database database, Instance<AlLiquidar> consecuencia, ObjectMapper json, Esperas esperas) {
    this.database = database;
    this.consecuencia = consecuencia;
    this.json = json;
    this.esperas = esperas;
  }

  /**
   * Applies what can be applied now.
   *
   * @param todos also to reports that wait for a correction, when none is on its way any more: a
   *     final state holds all the same; another one is left to what the store has
   * @return how many reports have learnt what they had become
   */
  int aplicar(boolean todos) throws SQLException {
    return aplicar(
        database.transaction(connection -> RestauracionStatements.porAprender(connection, todos)));
  }

  /** As {@link #aplicar}, to the reports that came after this one. */
  int aplicarDespuesDe(long reporte) throws SQLException {
    return aplicar(
        database.transaction(
            connection -> RestauracionStatements.recienLlegados(connection, reporte)));
  }

  private int aplicar(long[] reportes) throws SQLException {
    for (long reporte : reportes) {
      database.transaction(connection -> aplicar(connection, reporte));
    }
    return reportes.length;
  }

  private boolean aplicar(Connection connection, long id) throws SQLException {
    RestauracionStatements.Lugar lugar = RestauracionStatements.lugar(connection, id);
    Locks.turns(
        connection, Set.of(lugar.llave()), Set.of(lugar.empleador()), consecuencia.isResolvable());
    Optional<String> resultado = RestauracionStatements.tomar(connection, id);
    if (resultado.isEmpty()) {
      // Another replica was here first, and may have sent the report since.
      return false;
    }
    Aprendido dicho = Aprendido.de(resultado.get(), json);
    Atrasado atrasado = RestauracionStatements.atrasado(connection, id);
    if (atrasado.revision() >= dicho.revision()) {
      return false;
    }
    aplicar(connection, atrasado, posible(dicho, atrasado));
    return true;
  }

  private void aplicar(Connection connection, Atrasado atrasado, Aprendido aprendido)
      throws SQLException {
    ReporteIdentificado reporte = atrasado.reporte();
    EstadoReporte estado = aprendido.estado();
    RestauracionStatements.reaplicar(
        connection, reporte.id(), aprendido, espera(aprendido, atrasado));
    if (aprendido.deSat()) {
      RestauracionStatements.guardarIntento(
          connection, reporte.id(), atrasado.version(), aprendido);
    }
    if (estado.esFinal() && !atrasado.estado().esFinal()) {
      if (consecuencia.isResolvable()) {
        consecuencia.get().reaplicado(connection, reporte, estado, aprendido.instante());
      }
      if (atrasado.enTurno()) {
        // Whether the person released the follower, its own outcome would tell.
        Turnos.siguiente(
            connection,
            reporte.llave(),
            estado == EstadoReporte.RETIRADO ? "ANTERIOR_RETIRADO" : null);
      }
    }
  }

  /** As the settlement of its answer would have it. */
  private @Nullable Duration espera(Aprendido aprendido, Atrasado atrasado) {
    return switch (aprendido.estado()) {
      case INCIERTO -> esperas.incierto();
      case GLOSADO ->
          aprendido.deSat() && aprendido.codigo() != null
              ? esperas.reenvio(aprendido.codigo(), atrasado.reenvios())
              : null;
      case PENDIENTE,
          EN_VUELO,
          POR_CONFIRMAR,
          ACEPTADO,
          ACEPTADO_CON_ALERTA,
          RETIRADO,
          SUSTITUIDO ->
          null;
    };
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
