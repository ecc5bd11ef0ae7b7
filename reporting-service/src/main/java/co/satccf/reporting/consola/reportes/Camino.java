package co.satccf.reporting.consola.reportes;

import co.satccf.model.ServicioSat;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.problema.NoHay;

/** Addresses of a report's pages. */
public final class Camino {

  private static final String REPORTES = "/consola/reportes";

  private Camino() {}

  /** The page of one report. */
  public static String de(String servicio, String radicado) {
    return REPORTES + Direccion.de(servicio, radicado).valor();
  }

  /**
   * @throws NoHay when there is no such service
   */
  public static ServicioSat servicio(String nombre) {
    return ServicioSat.porNombre(nombre)
        .orElseThrow(() -> new NoHay("No hay un servicio del SAT con ese nombre"));
  }
}
