package co.satccf.model.catalogo;

/**
 * The short code lists. Those marked {@code por_confirmar} in their file rest on no official text.
 */
public enum Lista {
  TIPO_PERSONA("tipo-persona.csv"),
  NATURALEZA_JURIDICA("naturaleza-juridica.csv"),
  SEXO("sexo.csv"),
  AUTORIZACION("autorizacion.csv"),
  MANIFESTACION("manifestacion.csv"),
  TIPO_INICIO("tipo-inicio.csv"),
  TIPO_TERMINACION("tipo-terminacion.csv"),
  TIPO_SALARIO("tipo-salario.csv"),
  CAUSAL_RETIRO("causal-retiro.csv"),
  ESTADO_REPORTE("estado-reporte.csv"),
  ESTADO_PAGO("estado-pago.csv"),
  PAZ_Y_SALVO("paz-y-salvo.csv");

  private final String archivo;

  Lista(String archivo) {
    this.archivo = archivo;
  }

  /** Name of the file that holds it. */
  public String archivo() {
    return archivo;
  }
}
