package co.satccf.token.renewal;

import java.util.Arrays;

/** Why there is no token, as callers and operators read it. */
public enum Codigo {
  TERMINOS_SIN_ACEPTAR(
      "Términos sin aceptar",
      "Nadie ha aceptado la versión vigente de los términos; un administrador los acepta en"
          + " /terminos"),
  SERVICIO_NO_ASIGNADO(
      "Servicio no asignado",
      "El catálogo dice que el Ministerio no ha asignado este servicio, o falta su ClientID en la"
          + " configuración"),
  CREDENCIAL_RECHAZADA(
      "Credencial rechazada",
      "El Ministerio rechazó el usuario o la contraseña; no se vuelve a preguntar hasta que"
          + " cambien"),
  CREDENCIAL_ILEGIBLE(
      "Credencial ilegible",
      "No se puede leer el archivo con el usuario y la contraseña de este entorno"),
  CLIENTE_RECHAZADO(
      "ClientID rechazado", "El Ministerio rechazó el ClientID configurado para este servicio"),
  SIN_AUTORIZACION(
      "Sin autorización",
      "El SAT rechazó también el token renovado; revise en el portal del Ministerio que el servicio"
          + " esté asignado"),
  MINISTERIO_NO_DISPONIBLE(
      "Ministerio no disponible", "El Ministerio no entrega tokens en este momento"),
  TOKEN_ILEGIBLE(
      "Token ilegible",
      "El token guardado no se puede descifrar con el llavero de esta réplica; se pide otro cuando"
          + " llegue la hora de renovarlo"),
  BASE_DE_DATOS_NO_DISPONIBLE(
      "Base de datos no disponible",
      "No se sabe qué token está vigente, y sin saberlo no se pide otro al Ministerio");

  private final String titulo;
  private final String detalle;

  Codigo(String titulo, String detalle) {
    this.titulo = titulo;
    this.detalle = detalle;
  }

  /** As the database has it; a newer version may have written one that this one does not know. */
  static Codigo de(String nombre) {
    return Arrays.stream(values())
        .filter(codigo -> codigo.name().equals(nombre))
        .findFirst()
        .orElse(MINISTERIO_NO_DISPONIBLE);
  }

  public String titulo() {
    return titulo;
  }

  public String detalle() {
    return detalle;
  }
}
