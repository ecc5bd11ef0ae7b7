package co.satccf.model.reporte;

/** Where wages are caused: DANE departamento (2 digits), municipio (3 digits) and address. */
public record Ubicacion(String departamento, String municipio, String direccion) {
  /** Personal data: only the kind is shown. */
  @Override
  public String toString() {
    return "Ubicacion[…]";
  }
}
