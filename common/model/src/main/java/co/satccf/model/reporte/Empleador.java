package co.satccf.model.reporte;

/** An employer as the event has it; what does not apply is "". */
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

  @Override
  public String toString() {
    return "Empleador[" + documento + "]";
  }
}
