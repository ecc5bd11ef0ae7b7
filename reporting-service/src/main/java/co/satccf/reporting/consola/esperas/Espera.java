package co.satccf.reporting.consola.esperas;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.consola.familias.ConteosDeAhora.DelServicio;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.problema.NoHay;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Why reports wait for a person: what counts them on the board, and what of the owning services
 * lists the same ones.
 */
public enum Espera {
  VENCIDOS(
      "Reportes vencidos sin terminar",
      servicio -> servicio.terminos().vencidos(),
      reportes().con("vencido", true)),
  POR_VENCER(
      "Reportes por vencer",
      servicio -> servicio.terminos().porVencer(),
      reportes().con("porVencer", true)),
  INCIERTOS(
      "Enviados sin respuesta, por aclarar",
      DelServicio::inciertos,
      reportes().con("estado", EstadoReporte.INCIERTO)),
  POR_CONFIRMAR(
      "Por confirmar con el Ministerio",
      DelServicio::porConfirmar,
      reportes().con("estado", EstadoReporte.POR_CONFIRMAR)),
  POSIBLES_DUPLICADOS(
      "Posibles duplicados por decidir",
      servicio -> bloqueados(servicio, Bloqueo.POSIBLE_DUPLICADO),
      detenidos(Bloqueo.POSIBLE_DUPLICADO)),
  SIN_SU_ANTERIOR(
      "Detenidos porque se retiró el anterior",
      servicio -> bloqueados(servicio, Bloqueo.ANTERIOR_RETIRADO),
      detenidos(Bloqueo.ANTERIOR_RETIRADO));

  private final String titulo;
  private final ToLongFunction<DelServicio> cuenta;
  private final Direccion lista;

  Espera(String titulo, ToLongFunction<DelServicio> cuenta, Direccion lista) {
    this.titulo = titulo;
    this.cuenta = cuenta;
    this.lista = lista;
  }

  public String titulo() {
    return titulo;
  }

  public long cuenta(DelServicio servicio) {
    return cuenta.applyAsLong(servicio);
  }

  /** Its page. */
  public String camino() {
    return "/consola/esperas/" + ruta();
  }

  /** What an owning service lists, the oldest first or the first due one. */
  Direccion lista() {
    return lista;
  }

  /**
   * @throws NoHay when nothing waits so
   */
  static Espera deRuta(String ruta) {
    return Arrays.stream(values())
        .filter(una -> una.ruta().equals(ruta))
        .findFirst()
        .orElseThrow(() -> new NoHay("No hay tal lista"));
  }

  private String ruta() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Direccion reportes() {
    return Direccion.de("reportes");
  }

  private static Direccion detenidos(Bloqueo bloqueo) {
    return reportes().con("estado", EstadoReporte.PENDIENTE).con("bloqueo", bloqueo);
  }

  private static long bloqueados(DelServicio servicio, Bloqueo bloqueo) {
    return servicio.bloqueados().getOrDefault(bloqueo, 0L);
  }
}
