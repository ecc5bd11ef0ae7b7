package co.satccf.afiliacion.registro;

/** What names an employer in the register; messages never tell the value. */
public enum Dato {
  TIPO("el tipo no es un tipo de documento de empleador"),
  NUMERO("el número no tiene la forma de un número de ese tipo de documento"),
  SERIAL("el serial SAT tiene de 1 a 4 letras o dígitos"),
  DEPARTAMENTO("el departamento no es un código DANE de dos dígitos");

  private final String regla;

  Dato(String regla) {
    this.regla = regla;
  }

  /** What it breaks, in Spanish. */
  public String regla() {
    return regla;
  }
}
