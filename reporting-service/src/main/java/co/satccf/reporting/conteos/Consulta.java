package co.satccf.reporting.conteos;

import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param grupos in the order asked, each once; none means one total
 * @param soloAbiertos whether finished reports are left out
 */
record Consulta(List<Agrupacion> grupos, Dias dias, boolean soloAbiertos) {

  private static final String SE_PUEDE =
      Arrays.stream(Agrupacion.values()).map(Agrupacion::nombre).collect(Collectors.joining(", "));

  /**
   * @throws SolicitudIncorrecta naming the parameter and its value
   */
  static Consulta de(@Nullable String agrupar, Dias dias, @Nullable String abiertos) {
    var grupos = new LinkedHashSet<Agrupacion>();
    if (agrupar != null && !agrupar.isBlank()) {
      for (var nombre : agrupar.split(",", -1)) {
        grupos.add(
            Agrupacion.porNombre(nombre.strip())
                .orElseThrow(
                    () -> new SolicitudIncorrecta("agrupar", nombre, "se puede: " + SE_PUEDE)));
      }
    }
    return new Consulta(List.copyOf(grupos), dias, siONo("abiertos", abiertos));
  }

  private static boolean siONo(String parametro, @Nullable String valor) {
    return switch (valor == null ? "" : valor.strip()) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw new SolicitudIncorrecta(parametro, String.valueOf(valor), "es true o false");
    };
  }
}
