package co.satccf.reporting.consola.reportes;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are looked for; the conditions add up.
 *
 * @param desde first day of reception in Bogotá
 * @param hasta last one, included
 * @param abiertos only those that are not finished
 */
public record Busqueda(
    @Nullable String radicado,
    @Nullable ServicioSat servicio,
    @Nullable EstadoReporte estado,
    @Nullable String codigo,
    @Nullable LocalDate desde,
    @Nullable LocalDate hasta,
    boolean abiertos) {

  /**
   * @throws SolicitudIncorrecta naming the field and its value
   */
  static Busqueda de(
      @Nullable String radicado,
      @Nullable String servicio,
      @Nullable String estado,
      @Nullable String codigo,
      @Nullable String desde,
      @Nullable String hasta,
      @Nullable String abiertos) {
    return new Busqueda(
        texto(radicado),
        servicio(texto(servicio)),
        estado(texto(estado)),
        texto(codigo),
        dia("desde", texto(desde)),
        dia("hasta", texto(hasta)),
        "true".equals(abiertos));
  }

  private static @Nullable ServicioSat servicio(@Nullable String nombre) {
    return nombre == null ? null : Camino.servicio(nombre);
  }

  private static @Nullable EstadoReporte estado(@Nullable String nombre) {
    try {
      return nombre == null ? null : EstadoReporte.valueOf(nombre);
    } catch (IllegalArgumentException unknown) {
      throw new SolicitudIncorrecta("estado", String.valueOf(nombre), "no hay tal estado");
    }
  }

  private static @Nullable LocalDate dia(String parametro, @Nullable String valor) {
    try {
      return valor == null ? null : LocalDate.parse(valor);
    } catch (DateTimeParseException unreadable) {
      throw new SolicitudIncorrecta(parametro, String.valueOf(valor), "es un día, AAAA-MM-DD");
    }
  }

  private static @Nullable String texto(@Nullable String valor) {
    return valor == null || valor.isBlank() ? null : valor.strip().replace("\0", "");
  }
}
