package co.satccf.reporting.consola.sesion;

import java.util.Set;

/** Which addresses are the console's. */
public final class Ruta {

  private static final Set<String> SOLO_LEEN = Set.of("GET", "HEAD", "OPTIONS");

  /** Where the console begins. */
  public static final String RAIZ = "/consola";

  /** Where uploads go: read as they come, never whole. */
  static final String ARCHIVOS = RAIZ + "/cargas/archivo";

  private Ruta() {}

  static boolean esDeLaConsola(String ruta) {
    return ruta.equals(RAIZ) || ruta.startsWith(RAIZ + "/");
  }

  static boolean soloLee(String metodo) {
    return SOLO_LEEN.contains(metodo);
  }
}
