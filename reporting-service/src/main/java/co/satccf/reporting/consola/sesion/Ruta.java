package co.satccf.reporting.consola.sesion;

/** Which addresses are the console's. */
public final class Ruta {

  /** Where the console begins. */
  public static final String RAIZ = "/consola";

  /** Where uploads go: read as they come, never whole. */
  static final String ARCHIVOS = RAIZ + "/cargas/archivo";

  private Ruta() {}

  static boolean esDeLaConsola(String ruta) {
    return ruta.equals(RAIZ) || ruta.startsWith(RAIZ + "/");
  }
}
