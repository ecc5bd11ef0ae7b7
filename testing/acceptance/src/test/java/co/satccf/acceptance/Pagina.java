package co.satccf.acceptance;

import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.net.URI;
import java.util.Locale;

/** The pages of the console's menu, in its order. */
enum Pagina {
  TABLERO("", "Tablero"),
  REPORTES("/reportes", "Reportes"),
  GLOSAS("/glosas", "Glosas"),
  CUARENTENA("/cuarentena", "Cuarentena"),
  SERVICIOS("/servicios", "Servicios"),
  CARGAS("/cargas", "Cargas"),
  INFORMES("/seguimiento", "Informes"),
  AUDITORIA("/auditoria", "Auditoría"),
  MN82("/mn82", "MN82");

  private final String ruta;
  private final String enElMenu;

  Pagina(String ruta, String enElMenu) {
    this.ruta = ruta;
    this.enElMenu = enElMenu;
  }

  String enElMenu() {
    return enElMenu;
  }

  URI en(Plataforma plataforma) {
    return plataforma.direccion(ServicioSuite.REPORTING).resolve("/consola" + ruta);
  }

  /** Name of its picture. */
  String archivo() {
    return name().toLowerCase(Locale.ROOT);
  }
}
