package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Overrides of the contracts without a build: {@code <Servicio>.<campo>.<regla>}, where {@code regla} is {@code nombre}
 * (wire name), {@code longitud} (most characters, 1 to 4,000), {@code obligatorio} ({@code si} or {@code no}) or {@code
 * patron} (regular expression). {@code campo} is the wire name of the built-in table.
 */
public final class ReglasDeContrato {

  private static final String NOMBRE = "nombre";
  private static final String LONGITUD = "longitud";
  private static final String OBLIGATORIO = "obligatorio";
  private static final String PATRON = "patron";

  private final Map<String, String> reglas;

  private ReglasDeContrato(Map<String, String> reglas) {
    this.reglas = new TreeMap<>(reglas);
  }

  public static ReglasDeContrato ninguna() {
    return new ReglasDeContrato(Map.of());
  }

  public static ReglasDeContrato de(Map<String, String> reglas) {
    return new ReglasDeContrato(reglas);
  }

  /** Applies what concerns this service and notes the keys it used. */
  <R> List<Campo<R>> aplicar(ServicioSat servicio, List<Campo<R>> campos, Set<String> usadas) {
    List<Campo<R>> aplicados = new ArrayList<>();
    for (Campo<R> campo : campos) {
      Campo<R> aplicado = campo;
      for (String regla : List.of(LONGITUD, OBLIGATORIO, PATRON, NOMBRE)) {
        String clave = servicio.nombre() + "." + campo.nombre() + "." + regla;
        String valor = reglas.get(clave);
        if (valor != null) {
          usadas.add(clave);
          aplicado = aplicar(aplicado, regla, clave, valor);
        }
      }
      aplicados.add(aplicado);
    }
    return aplicados;
  }

  /**
   * @throws IllegalArgumentException when a key is for no field; names the key
   */
  void exigirUsadas(Set<String> usadas) {
    Set<String> sobrantes = new HashSet<>(reglas.keySet());
    sobrantes.removeAll(usadas);
    if (!sobrantes.isEmpty()) {
      throw new IllegalArgumentException("contract rules for no known service, field or rule: " + sobrantes);
    }
  }

  private static <R> Campo<R> aplicar(Campo<R> campo, String regla, String clave, String valor) {
    return switch (regla) {
      case NOMBRE -> campo.conNombre(require(valor.matches("[A-Za-z][A-Za-z0-9]{0,99}"), clave, valor));
      case LONGITUD -> {
        require(valor.matches("[1-9][0-9]{0,3}"), clave, valor);
        yield campo.conFormato(new Formato.Texto<>(Integer.parseInt(valor)));
      }
      case OBLIGATORIO -> {
        require(valor.equals("si") || valor.equals("no"), clave, valor);
        yield campo.conExigencia(valor.equals("si") ? new Exigencia.Obligatorio<>() : new Exigencia.Opcional<>());
      }
      case PATRON -> campo.conFormato(new Formato.Patron<>(pattern(clave, valor), "la forma configurada"));
      default -> throw new IllegalArgumentException(clave);
    };
  }

  private static Pattern pattern(String clave, String valor) {
    try {
      return Pattern.compile(valor);
    } catch (PatternSyntaxException malformed) {
      throw new IllegalArgumentException("contract rule " + clave + " = '" + valor + "' is not a pattern", malformed);
    }
  }

  private static String require(boolean holds, String clave, String valor) {
    if (!holds) {
      throw new IllegalArgumentException("contract rule " + clave + " = '" + valor + "' is out of range");
    }
    return valor;
  }
}
