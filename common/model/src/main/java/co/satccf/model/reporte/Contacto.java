package co.satccf.model.reporte;

/** How to reach somebody. Printing it prints nothing. */
public record Contacto(String telefono, String correo) {

  @Override
  public String toString() {
    return "Contacto[]";
  }
}
