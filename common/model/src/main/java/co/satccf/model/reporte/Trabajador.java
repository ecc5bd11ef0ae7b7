package co.satccf.model.reporte;

/** A worker. Printing it prints no personal data. */
public record Trabajador(
    Documento documento,
    String primerNombre,
    String segundoNombre,
    String primerApellido,
    String segundoApellido,
    String sexo,
    String fechaNacimiento) {

  @Override
  public String toString() {
    return "Trabajador[" + documento + "]";
  }
}
