package co.satccf.sandbox.ministerio;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a field's value must be, given the rest of the report. */
@FunctionalInterface
interface Regla {
  boolean cumple(String valor, Reporte reporte);

  Pattern FECHA = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  Pattern CORREO = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

  /** DANE codes of the 33 departamentos, Bogotá counted as one. */
  Set<String> DEPARTAMENTOS =
      Set.of(
          "05", "08", "11", "13", "15", "17", "18", "19", "20", "23", "25", "27", "41", "44", "47",
          "50", "52", "54", "63", "66", "68", "70", "73", "76", "81", "85", "86", "88", "91", "94",
          "95", "97", "99");

  /**
   * Document numbers by type. Where the two peers disagree (CE, CD, PT) the wider rule holds: the
   * Ministry's own is unknown.
   */
  Map<String, Pattern> NUMEROS =
      Map.of(
          "NI", Pattern.compile("\\d{1,9}"),
          "CC", Pattern.compile("\\d{3,10}"),
          "CE", Pattern.compile("[A-Za-z0-9]{1,16}"),
          "CD", Pattern.compile("[A-Za-z0-9]{1,15}"),
          "PE", Pattern.compile("\\d{15}"),
          "PT", Pattern.compile("\\d{1,8}"),
          "RC", Pattern.compile("\\d{1,11}"),
          "TI", Pattern.compile("\\d{1,11}"));

  static Regla obligatorio(int maximo) {
    return (valor, reporte) -> !valor.isBlank() && valor.length() <= maximo;
  }

  static Regla opcional(int maximo) {
    return (valor, reporte) -> valor.length() <= maximo;
  }

  static Regla vacio() {
    return (valor, reporte) -> valor.isEmpty();
  }

  static Regla exacto(int largo) {
    return (valor, reporte) -> !valor.isBlank() && valor.length() == largo;
  }

  static Regla uno(String... permitidos) {
    Set<String> valores = Set.of(permitidos);
    return (valor, reporte) -> valores.contains(valor);
  }

  static Regla patron(String expresion) {
    Pattern patron = Pattern.compile(expresion);
    return (valor, reporte) -> patron.matcher(valor).matches();
  }

  static Regla fecha() {
    return (valor, reporte) -> esFecha(valor);
  }

  static Regla departamento() {
    return (valor, reporte) -> DEPARTAMENTOS.contains(valor);
  }

  static Regla correo() {
    return (valor, reporte) -> CORREO.matcher(valor).matches();
  }

  /** A number fit for the type that another field names; types outside the table fit any number. */
  static Regla numeroDe(String campoDelTipo) {
    return (valor, reporte) -> {
      Pattern patron = NUMEROS.get(reporte.valor(campoDelTipo));
      return patron == null || patron.matcher(valor).matches();
    };
  }

  default Regla oVacio() {
    return (valor, reporte) -> valor.isEmpty() || cumple(valor, reporte);
  }

  /** This rule when another field has the given value, else {@code siNo}. */
  default Regla cuando(String campo, String igualA, Regla siNo) {
    return (valor, reporte) ->
        (reporte.valor(campo).equals(igualA) ? this : siNo).cumple(valor, reporte);
  }

  private static boolean esFecha(String valor) {
    if (!FECHA.matcher(valor).matches()) {
      return false;
    }
    try {
      LocalDate.parse(valor);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
