package co.satccf.model.reporte;

/**
 * The employer as a report describes it. {@code tipoPersona} N (natural) or J (jurídica) decides
 * which of the names and {@code razonSocial} it carries. {@code serialSat} tells apart the
 * territorial bodies that share one NIT, "0" when there is only one.
 */
public record Empleador(
    String tipoPersona,
    String naturalezaJuridica,
    Documento documento,
    String serialSat,
    String primerNombre,
    String segundoNombre,
    String primerApellido,
    String segundoApellido,
    String razonSocial,
    String numeroMatriculaMercantil) {

  /** Personal data: only the kind is shown. */
  @Override
  public String toString() {
    return "Empleador[…]";
  }
}
