package co.satccf.model.reporte;

/** Telephone (digits) and e-mail. */
public record Contacto(String telefono, String correo) {
  /** Personal data: only the kind is shown. */
  @Override
  public String toString() {
    return "Contacto[…]";
  }
}
