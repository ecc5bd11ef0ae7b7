package co.satccf.reporting.conteos;

import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param grupos in the order asked, each once; none means one total
 * @param desde first day, null for all before
 * @param hasta last day, included, null for all after
 */
record Consulta(List<Agrupacion> grupos, @Nullable LocalDate desde, @Nullable LocalDate hasta) {

  private static final String SE_PUEDE =
      Arrays.stream(Agrupacion.values()).map(Agrupacion::nombre).collect(Collectors.joining(", "));

  /**
   * @throws SolicitudIncorrecta naming the parameter and its value
   */
  static Consulta de(@Nullable String agrupar, @Nullable String desde, @Nullable String hasta) {
    var grupos = new LinkedHashSet<Agrupacion>();
    if (agrupar != null && !agrupar.isBlank()) {
      for (var nombre : agrupar.split(",", -1)) {
        grupos.add(
            Agrupacion.porNombre(nombre.strip())
                .orElseThrow(
                    () -> new SolicitudIncorrecta("agrupar", nombre, "se puede: " + SE_PUEDE)));
      }
    }
    var primero = dia("desde", desde);
    var ultimo = dia("hasta", hasta);
    if (primero != null && ultimo != null && ultimo.isBefore(primero)) {
      throw new SolicitudIncorrecta("hasta", ultimo.toString(), "es anterior a desde, " + primero);
    }
    return new Consulta(List.copyOf(grupos), primero, ultimo);
  }

  /** First instant counted; the driver sends the least one as -infinity. */
  OffsetDateTime inicio(ZoneId zona) {
    return desde == null ? OffsetDateTime.MIN : desde.atStartOfDay(zona).toOffsetDateTime();
  }

  /** First instant not counted any more; the driver sends the greatest one as infinity. */
  OffsetDateTime fin(ZoneId zona) {
    return hasta == null
        ? OffsetDateTime.MAX
        : hasta.plusDays(1).atStartOfDay(zona).toOffsetDateTime();
  }

  private static @Nullable LocalDate dia(String parametro, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      return null;
    }
    try {
      var dia = LocalDate.parse(valor.strip());
      if (dia.getYear() < 2000 || dia.getYear() > 2999) {
        throw new SolicitudIncorrecta(parametro, valor, "el año va de 2000 a 2999");
      }
      return dia;
    } catch (DateTimeParseException mal) {
      throw new SolicitudIncorrecta(parametro, valor, "se espera una fecha AAAA-MM-DD");
    }
  }
}
