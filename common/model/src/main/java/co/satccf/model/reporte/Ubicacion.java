package co.satccf.model.reporte;

/** Where wages are caused: DANE departamento (2 digits) and municipality (3 digits). */
public record Ubicacion(String departamento, String municipio, String direccion) {

  @Override
  public String toString() {
    return "Ubicacion[" + departamento + municipio + "]";
  }
}
