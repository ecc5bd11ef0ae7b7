package co.satccf.model.contrato;

import java.util.regex.Pattern;

/**
 * A shape the whole value must have.
 *
 * @param descripcion in Spanish, completing "debe ser …"
 */
public record Patron(Pattern expresion, String descripcion) {
  static final Patron DIGITOS = de("[0-9]+", "solo dígitos");
  static final Patron TRES_DIGITOS = de("[0-9]{3}", "tres dígitos");
  static final Patron CAJA = de("CCF[0-9]{2,3}", "CCF seguido de dos o tres dígitos");
  static final Patron CORREO =
      de("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+", "una dirección de correo electrónico");

  static Patron de(String expresion, String descripcion) {
    return new Patron(Pattern.compile(expresion), descripcion);
  }

  boolean admite(String valor) {
    return expresion.matcher(valor).matches();
  }
}
