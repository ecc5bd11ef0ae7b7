package co.satccf.token.auditoria;

/**
 * Who stands behind an act.
 *
 * @param nombre of the person, or {@link #SISTEMA}
 * @param desde address the request came from
 */
public record Solicitante(String nombre, String desde) {

  /** What the service does by itself. */
  public static final Solicitante SISTEMA = new Solicitante("sistema", "token-service");
}
