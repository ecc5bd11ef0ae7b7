package co.satccf.transmitter.correccion;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.movimientos.ReporteTomado;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.EventoReconstruido;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A correction that an operator makes of a glosado report. It goes the way of the ERP's: an event
 * with {@code corrige}, read, checked and applied by the same code, whose outcome {@code corregido}
 * tells the ERP what it must change as well.
 */
@ApplicationScoped
public class CorreccionDelOperador {

  private final SatConfig config;
  private final FamiliaDeServicios familia;
  private final Database database;
  private final EventoReconstruido reconstruido;
  private final Reception reception;
  private final Correcciones correcciones;
  private final Mover mover;
  private final Resguardo resguardo;
  private final Signals signals;

  CorreccionDelOperador(
      SatConfig config,
      FamiliaDeServicios familia,
      Database database,
      EventoReconstruido reconstruido,
      Reception reception,
      Correcciones correcciones,
      Mover mover,
      Resguardo resguardo,
      Signals signals) {
    this.config = config;
    this.familia = familia;
    this.database = database;
    this.reconstruido = reconstruido;
    this.reception = reception;
    this.correcciones = correcciones;
    this.mover = mover;
    this.resguardo = resguardo;
    this.signals = signals;
  }

  /**
   * @param cambios new values by field name, as glosas name them
   * @throws Rechazo when corrections are the ERP's alone, the report is not GLOSADO, a field is
   *     unknown, or the result still breaks the contract
   */
  public void corregir(
      ServicioSat servicio, String radicado, Map<String, String> cambios, Orden orden)
      throws SQLException {
    if (!config.correccion().porOperador()) {
      throw new Rechazo(
          Falla.CONFLICTO, "En esta caja solo el ERP corrige (sat.correccion.por-operador=false)");
    }
    database.transaction(connection -> corregir(connection, servicio, radicado, cambios, orden));
    signals.outbox();
  }

  private boolean corregir(
      Connection connection,
      ServicioSat servicio,
      String radicado,
      Map<String, String> cambios,
      Orden orden)
      throws SQLException {
    ReporteTomado visto =
        mover
            .mirar(connection, servicio, radicado)
            .orElseThrow(
                () ->
                    new Rechazo(
                        Falla.NO_ENCONTRADO,
                        "No hay reporte de %s con ese radicado".formatted(servicio.nombre())));
    Entrada.Correccion correccion = leer(connection, visto, cambios);
    exigirSinCambio(connection, visto, correccion.nueva());
    long id =
        CorreccionStatements.registrar(
            connection,
            correccion,
            RegistroGuardado.de(correccion.procedencia(), resguardo),
            orden.quien());
    Desenlace desenlace =
        correcciones.aplicar(
            connection,
            new CorreccionEnEspera(id, servicio, radicado, correccion.procedencia(), orden.quien()),
            correccion.nueva(),
            orden.motivo());
    if (!desenlace.equals(Desenlace.APLICADA)) {
      throw noEstaGlosado();
    }
    return true;
  }

  /** The fields were put into the body that was seen: another one must not be lost by that. */
  private void exigirSinCambio(Connection connection, ReporteTomado visto, Entrada.Reportable nueva)
      throws SQLException {
    boolean igual =
        mover
            .tomar(connection, visto.reporte().servicio(), visto.reporte().radicado(), nueva)
            .filter(tomado -> tomado.estado() == EstadoReporte.GLOSADO)
            .filter(tomado -> tomado.version() == visto.version())
            .isPresent();
    if (!igual) {
      throw noEstaGlosado();
    }
  }

  private Entrada.Correccion leer(
      Connection connection, ReporteTomado visto, Map<String, String> cambios) throws SQLException {
    if (visto.estado() != EstadoReporte.GLOSADO) {
      throw noEstaGlosado();
    }
    byte[] evento =
        reconstruido.de(
            visto.reporte(),
            mover.cuerpo(connection, visto),
            cambios,
            "/sat-ccf/" + familia.familia().name().toLowerCase(Locale.ROOT) + "/operador",
            UUID.randomUUID().toString(),
            visto.reporte().radicado());
    Entrada entrada =
        reception.read(new Procedencia(Procedencia.OPERACIONES, 0, 0, evento, Map.of()));
    if (!(entrada instanceof Entrada.Correccion correccion)) {
      throw new Rechazo(
          Falla.CONTENIDO_INVALIDO, "Con esos cambios el reporte ya no se puede leer");
    }
    if (!correccion.nueva().glosas().isEmpty()) {
      throw new Rechazo(
          Falla.CONTENIDO_INVALIDO,
          "Con esos cambios el reporte aún incumple su contrato: "
              + correccion.nueva().glosas().stream()
                  .map(CorreccionDelOperador::texto)
                  .collect(Collectors.joining("; ")),
          correccion.nueva().glosas());
    }
    return correccion;
  }

  private static String texto(Glosa glosa) {
    return "%s %s, %s".formatted(glosa.campo(), glosa.codigo(), glosa.mensaje());
  }

  private static Rechazo noEstaGlosado() {
    return new Rechazo(Falla.CONFLICTO, "Solo se corrige un reporte GLOSADO; vuelva a mirarlo");
  }
}
