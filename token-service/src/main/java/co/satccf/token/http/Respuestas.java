package co.satccf.token.http;

/**
 * Names of the answers that many operations have in common; {@code package-info} says what each is.
 */
public final class Respuestas {

  public static final String SOLICITUD_INCORRECTA = "SolicitudIncorrecta";
  public static final String NO_ENCONTRADO = "NoEncontrado";
  public static final String CONFLICTO = "Conflicto";
  public static final String VERSION_CAMBIADA = "VersionCambiada";
  public static final String NO_DISPONIBLE = "NoDisponible";

  private Respuestas() {}
}
