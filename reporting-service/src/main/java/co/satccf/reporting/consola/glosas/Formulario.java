package co.satccf.reporting.consola.glosas;

import co.satccf.reporting.consola.familias.Cuerpo;
import co.satccf.reporting.consola.familias.GlosaDicha;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a report to be corrected: those at fault, and the others.
 *
 * @param glosas what is wrong that belongs to no field
 */
public record Formulario(
    String motivo, List<Casilla> conFallo, List<Casilla> otras, List<String> glosas) {

  /** Prefix of the form's fields with the values to be. */
  static final String NUEVO = "nuevo.";

  /** Prefix of those with the values as they were shown. */
  static final String ANTES = "antes.";

  @Override
  public String toString() {
    return "Formulario[%d]".formatted(conFallo.size() + otras.size());
  }

  static Formulario de(Cuerpo cuerpo, String motivo, List<GlosaDicha> glosas) {
    return de(
        cuerpo.campos().stream()
            .map(
                campo -> {
                  var valor = Objects.requireNonNullElse(campo.valor(), "");
                  return new Casilla(
                      campo.nombre(), campo.etiqueta(), campo.longitud(), valor, valor, null);
                })
            .toList(),
        motivo,
        glosas);
  }

  private static Formulario de(List<Casilla> casillas, String motivo, List<GlosaDicha> glosas) {
    var porCampo =
        glosas.stream()
            .collect(
                Collectors.toMap(
                    GlosaDicha::campo,
                    glosa -> "%s, %s".formatted(glosa.codigo(), glosa.mensaje()),
                    (una, otra) -> una + "; " + otra,
                    LinkedHashMap::new));
    var conFallo = new ArrayList<Casilla>();
    var otras = new ArrayList<Casilla>();
    for (var casilla : casillas) {
      var fallo = porCampo.remove(casilla.nombre());
      (fallo == null ? otras : conFallo)
          .add(
              new Casilla(
                  casilla.nombre(),
                  casilla.etiqueta(),
                  casilla.longitud(),
                  casilla.antes(),
                  casilla.valor(),
                  fallo));
    }
    return new Formulario(
        motivo,
        conFallo,
        otras,
        porCampo.entrySet().stream()
            .map(sinCampo -> (sinCampo.getKey() + " " + sinCampo.getValue()).strip())
            .toList());
  }

  /** The form again as it was sent, with what is still wrong. */
  static Formulario otraVez(MultivaluedMap<String, String> enviado, List<GlosaDicha> glosas) {
    var casillas =
        enviado.keySet().stream()
            .filter(nombre -> nombre.startsWith(NUEVO))
            .map(nombre -> nombre.substring(NUEVO.length()))
            .map(
                nombre ->
                    new Casilla(
                        nombre,
                        texto(enviado, "etiqueta." + nombre),
                        longitud(texto(enviado, "longitud." + nombre)),
                        texto(enviado, ANTES + nombre),
                        texto(enviado, NUEVO + nombre),
                        null))
            .toList();
    return de(casillas, texto(enviado, "motivo"), glosas);
  }

  /** What a person has changed, by field. */
  static Map<String, String> cambios(MultivaluedMap<String, String> enviado) {
    var cambios = new LinkedHashMap<String, String>();
    enviado.keySet().stream()
        .filter(nombre -> nombre.startsWith(NUEVO))
        .map(nombre -> nombre.substring(NUEVO.length()))
        .forEach(
            nombre -> {
              var nuevo = texto(enviado, NUEVO + nombre);
              if (!nuevo.equals(texto(enviado, ANTES + nombre))) {
                cambios.put(nombre, nuevo);
              }
            });
    return cambios;
  }

  /**
   * What the last attempt that counts found wrong; for a refusal of SAT, the fields of its code.
   */
  static List<GlosaDicha> glosasDe(ReporteDeFamilia reporte, Cuerpo cuerpo, CulpaDeCodigo culpa) {
    return Objects.requireNonNullElse(reporte.intentos(), List.<ReporteDeFamilia.Intento>of())
        .stream()
        .filter(ReporteDeFamilia.Intento::aplicado)
        .findFirst()
        .map(
            intento ->
                intento.glosas().isEmpty() ? delSat(intento, cuerpo, culpa) : intento.glosas())
        .orElse(List.of());
  }

  private static List<GlosaDicha> delSat(
      ReporteDeFamilia.Intento intento, Cuerpo cuerpo, CulpaDeCodigo culpa) {
    var codigo = Objects.requireNonNullElse(intento.codigo(), "");
    var mensaje = Objects.requireNonNullElse(intento.mensaje(), "");
    var culpables =
        cuerpo.campos().stream()
            .map(Cuerpo.Valor::nombre)
            .filter(campo -> culpa.es(codigo, campo))
            .map(campo -> new GlosaDicha(campo, codigo, mensaje))
            .toList();
    return culpables.isEmpty() ? List.of(new GlosaDicha("", codigo, mensaje)) : culpables;
  }

  /** Whether a code of the Ministry is about a field. */
  interface CulpaDeCodigo {
    boolean es(String codigo, String campo);
  }

  private static String texto(MultivaluedMap<String, String> enviado, String nombre) {
    @Nullable String valor = enviado.getFirst(nombre);
    return valor == null ? "" : valor;
  }

  private static int longitud(String valor) {
    return valor.matches("\\d{1,5}") ? Integer.parseInt(valor) : 500;
  }
}
