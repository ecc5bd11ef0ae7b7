package co.satccf.model.reporte;

/** The worker of a labour relation. A termination carries the document and first names only. */
public record Trabajador(
    Documento documento,
    String primerNombre,
    String segundoNombre,
    String primerApellido,
    String segundoApellido,
    String sexo,
    String fechaNacimiento) {

  /** Personal data: only the kind is shown. */
  @Override
  public String toString() {
    return "Trabajador[…]";
  }
}
