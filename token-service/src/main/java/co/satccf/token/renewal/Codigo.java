package co.satccf.token.renewal;

/** Why there is no token, as callers and operators read it. */
public enum Codigo {
  CREDENCIAL_RECHAZADA(
      "Credencial rechazada",
      "El Ministerio rechazó el usuario o la contraseña; no se vuelve a preguntar hasta que"
          + " cambien"),
  CLIENTE_RECHAZADO(
      "ClientID rechazado", "El Ministerio rechazó el ClientID configurado para este servicio"),
  SIN_AUTORIZACION(
      "Sin autorización",
      "El SAT rechazó también el token renovado; revise en el portal del Ministerio que el servicio"
          + " esté asignado"),
  MINISTERIO_NO_DISPONIBLE(
      "Ministerio no disponible", "El Ministerio no entrega tokens en este momento");

  private final String titulo;
  private final String detalle;

  Codigo(String titulo, String detalle) {
    this.titulo = titulo;
    this.detalle = detalle;
  }

  public String titulo() {
    return titulo;
  }

  public String detalle() {
    return detalle;
  }
}
