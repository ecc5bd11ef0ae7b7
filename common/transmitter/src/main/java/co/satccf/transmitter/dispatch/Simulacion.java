package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.contrato.Glosa;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.config.SatConfig.ModoDeEnvio;
import co.satccf.transmitter.cronograma.Cronograma;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.EventoReconstruido;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The turn of a report while sending is simulated ({@code sat.envio=simulado}): what would go out
 * is made and checked again, the attempt is kept, and nothing leaves: no call, no token, no
 * outcome. The report stays as it is, so that real sending finds it due.
 */
@ApplicationScoped
public class Simulacion {

  private static final int LOTE = 200;
  private static final String ORIGEN = "simulacion";
  private static final String CUMPLE = "Envío simulado: el cuerpo cumple su contrato";
  private static final String INCUMPLE = "Envío simulado: hoy el cuerpo incumple su contrato";
  private static final String NO_ABRE = "Envío simulado: el cuerpo guardado no abre con su clave";
  private static final String CAMBIARIA =
      "Envío simulado: hoy el cuerpo se escribiría de otro modo; saldría el guardado";

  private final SatConfig config;
  private final Database database;
  private final Cronograma cronograma;
  private final EventoReconstruido reconstruido;
  private final Reception reception;
  private final Resguardo resguardo;
  private final ObjectMapper json;

  Simulacion(
      SatConfig config,
      Database database,
      Cronograma cronograma,
      EventoReconstruido reconstruido,
      Reception reception,
      Resguardo resguardo,
      ObjectMapper json) {
    this.config = config;
    this.database = database;
    this.cronograma = cronograma;
    this.reconstruido = reconstruido;
    this.reception = reception;
    this.resguardo = resguardo;
    this.json = json;
  }

  /** Whether nothing may go out of this process. */
  public boolean activa() {
    return config.envio() == ModoDeEnvio.SIMULADO;
  }

  /**
   * Simulates the next due reports that never were, day before backlog, under pause, gate and
   * cronograma.
   *
   * @return whether there was one
   */
  boolean turno(ServicioSat servicio) throws SQLException {
    return database.transaction(
        connection -> {
          if (!SimulacionStatements.anyDue(connection, servicio)) {
            return false;
          }
          Despacho despacho = DispatchStatements.lock(connection, servicio);
          List<Integer> clases = cronograma.clasesAbiertas(servicio, despacho.ahora());
          return despacho.cupoEfectivo() > 0 && simular(connection, servicio, clases) > 0;
        });
  }

  /** Simulates up to 200 reports of the open classes. */
  int simular(Connection connection, ServicioSat servicio, Collection<Integer> clases)
      throws SQLException {
    List<ReporteReclamado> debidos = new ArrayList<>();
    for (boolean delDia : List.of(true, false)) {
      debidos.addAll(
          SimulacionStatements.due(
              connection, servicio, delDia, clases, resguardo.claves(), LOTE - debidos.size()));
    }
    List<SimulacionStatements.Ensayado> ensayados = new ArrayList<>();
    for (ReporteReclamado debido : debidos) {
      ensayados.add(ensayar(debido));
    }
    SimulacionStatements.store(connection, ensayados);
    return ensayados.size();
  }

  private SimulacionStatements.Ensayado ensayar(ReporteReclamado debido) {
    byte[] cuerpo;
    try {
      cuerpo = resguardo.abrir(debido.cuerpo(), debido.lugar());
    } catch (NoDescifrableException closed) {
      return new SimulacionStatements.Ensayado(debido, null, NO_ABRE, null);
    }
    return ensayar(debido, cuerpo);
  }

  private SimulacionStatements.Ensayado ensayar(ReporteReclamado debido, byte[] cuerpo) {
    if (!(leer(debido, cuerpo) instanceof Entrada.Reportable reportable)) {
      return new SimulacionStatements.Ensayado(debido, null, CAMBIARIA, null);
    }
    List<Glosa> glosas = reportable.glosas();
    if (glosas.isEmpty()) {
      boolean igual = Arrays.equals(reportable.cuerpo().claro(), cuerpo);
      return new SimulacionStatements.Ensayado(debido, null, igual ? CUMPLE : CAMBIARIA, null);
    }
    ArrayNode todas = json.createArrayNode();
    for (Glosa glosa : glosas) {
      todas
          .addObject()
          .put("campo", glosa.campo())
          .put("codigo", glosa.codigo())
          .put("mensaje", glosa.mensaje());
    }
    return new SimulacionStatements.Ensayado(
        debido, glosas.getFirst().codigo(), INCUMPLE, todas.toString());
  }

  /** Null for a body that was written under other field names than today's. */
  private @Nullable Entrada leer(ReporteReclamado debido, byte[] cuerpo) {
    try {
      byte[] evento =
          reconstruido.de(
              debido.reporte(),
              cuerpo,
              Map.of(),
              "/sat-ccf/" + ORIGEN,
              String.valueOf(debido.id()),
              null);
      return reception.read(new Procedencia(ORIGEN, 0, debido.id(), evento, Map.of()));
    } catch (Rechazo otherNames) {
      return null;
    }
  }
}
