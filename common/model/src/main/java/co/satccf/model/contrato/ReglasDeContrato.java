package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Presencia.Exigencia;
import co.satccf.model.reporte.Reporte;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What configuration changes in the contracts, without a build. Keys are {@code
 * <Servicio>.<campo>.<atributo>}, the field by its own name, the attribute one of:
 *
 * <ul>
 *   <li>{@code nombre}: its name on the wire
 *   <li>{@code longitud}: most characters, 1 to 10000
 *   <li>{@code obligatorio}: {@code true}, demanded wherever its condition does not forbid it;
 *       {@code false}, never demanded
 *   <li>{@code patron}: regular expression the whole value must match
 *   <li>{@code catalogo}: what a value outside its catalogue earns, {@code glosa} or {@code
 *       advertencia}
 * </ul>
 */
public final class ReglasDeContrato {
  private static final Pattern NOMBRE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");
  private static final int MAXIMA_LONGITUD = 10_000;

  private final Map<String, String> propiedades;

  private ReglasDeContrato(Map<String, String> propiedades) {
    this.propiedades = new TreeMap<>(propiedades);
  }

  /** The contracts as they are. */
  public static ReglasDeContrato ninguna() {
    return new ReglasDeContrato(Map.of());
  }

  /**
   * @throws IllegalArgumentException naming key and value of the first that is unknown, wrong, or
   *     gives two fields of a service the same name
   */
  public static ReglasDeContrato de(Map<String, String> propiedades) {
    var reglas = new ReglasDeContrato(propiedades);
    var tablas = Contratos.tablas();
    for (var entrada : reglas.propiedades.entrySet()) {
      exigirCampo(tablas, entrada.getKey(), entrada.getValue());
    }
    tablas.forEach(reglas::aplicar);
    return reglas;
  }

  <R extends Reporte> List<Campo<R>> aplicar(Tabla<R> tabla) {
    var campos = tabla.campos().stream().map(campo -> aplicar(tabla.servicio(), campo)).toList();
    var nombres = new TreeMap<String, Campo<R>>(String.CASE_INSENSITIVE_ORDER);
    for (var campo : campos) {
      var otro = nombres.putIfAbsent(campo.nombreEnCable(), campo);
      if (otro != null) {
        var renombrado = campo.nombreEnCable().equals(campo.nombre()) ? otro : campo;
        throw mal(
            clave(tabla.servicio(), renombrado.nombre(), "nombre"),
            renombrado.nombreEnCable(),
            "ese nombre ya es de otro campo del servicio");
      }
    }
    return campos;
  }

  private <R extends Reporte> Campo<R> aplicar(ServicioSat servicio, Campo<R> campo) {
    var resultado = campo;
    for (var atributo : Atributo.values()) {
      var clave = clave(servicio, campo.nombre(), atributo.clave);
      var valor = propiedades.get(clave);
      if (valor != null) {
        resultado = aplicar(resultado, atributo, clave, valor.strip());
      }
    }
    return resultado;
  }

  private static <R extends Reporte> Campo<R> aplicar(
      Campo<R> campo, Atributo atributo, String clave, String valor) {
    return switch (atributo) {
      case NOMBRE -> {
        if (!NOMBRE.matcher(valor).matches()) {
          throw mal(clave, valor, "debe empezar por letra y tener solo letras, dígitos y _");
        }
        yield campo.conNombre(valor);
      }
      case LONGITUD -> campo.maximo(longitud(clave, valor));
      case OBLIGATORIO ->
          campo.con(siNo(clave, valor, "true", "false") ? Exigencia.SIEMPRE : Exigencia.NUNCA);
      case PATRON -> campo.con(patron(clave, valor));
      case CATALOGO -> campo.catalogoEstricto(siNo(clave, valor, "glosa", "advertencia"));
    };
  }

  private static int longitud(String clave, String valor) {
    try {
      int longitud = Integer.parseInt(valor);
      if (longitud >= 1 && longitud <= MAXIMA_LONGITUD) {
        return longitud;
      }
    } catch (NumberFormatException noEsNumero) {
      // Told below, as for a number out of range.
    }
    throw mal(clave, valor, "debe ser un entero entre 1 y " + MAXIMA_LONGITUD);
  }

  private static Patron patron(String clave, String valor) {
    try {
      return Patron.de(valor, "de la forma " + valor);
    } catch (PatternSyntaxException e) {
      throw mal(clave, valor, "no es una expresión regular: " + e.getDescription());
    }
  }

  private static boolean siNo(String clave, String valor, String si, String no) {
    if (!valor.equals(si) && !valor.equals(no)) {
      throw mal(clave, valor, "debe ser " + si + " o " + no);
    }
    return valor.equals(si);
  }

  private static void exigirCampo(List<Tabla<?>> tablas, String clave, String valor) {
    for (var tabla : tablas) {
      for (var campo : tabla.campos()) {
        for (var atributo : Atributo.values()) {
          if (clave.equals(clave(tabla.servicio(), campo.nombre(), atributo.clave))) {
            return;
          }
        }
      }
    }
    throw mal(clave, valor, "no hay tal servicio, campo o atributo");
  }

  private static String clave(ServicioSat servicio, String campo, String atributo) {
    return servicio.nombre() + "." + campo + "." + atributo;
  }

  private static IllegalArgumentException mal(String clave, String valor, String problema) {
    return new IllegalArgumentException("%s = %s: %s".formatted(clave, valor, problema));
  }

  private enum Atributo {
    NOMBRE("nombre"),
    LONGITUD("longitud"),
    OBLIGATORIO("obligatorio"),
    PATRON("patron"),
    CATALOGO("catalogo");

    private final String clave;

    Atributo(String clave) {
      this.clave = clave;
    }
  }
}
