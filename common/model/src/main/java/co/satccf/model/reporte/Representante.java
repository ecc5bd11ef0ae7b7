package co.satccf.model.reporte;

/** The legal representative, informed only when the employer's document is a NIT. */
public record Representante(
    Documento documento,
    String primerNombre,
    String segundoNombre,
    String primerApellido,
    String segundoApellido) {

  /** Personal data: only the kind is shown. */
  @Override
  public String toString() {
    return "Representante[…]";
  }
}
