package co.satccf.model.reporte;

/** Legal representative of an employer with a NIT. */
public record Representante(
    Documento documento,
    String primerNombre,
    String segundoNombre,
    String primerApellido,
    String segundoApellido) {

  @Override
  public String toString() {
    return "Representante[" + documento + "]";
  }
}
