package co.satccf.bench.informe;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a run.
 *
 * @param valor 0 when the run was not steady, so that its figure does not count
 * @param meta null: only shown
 * @param detalle under what conditions, or why it does not count; in Spanish
 * @param cuenta whether the run it comes from was steady
 */
public record Medida(
    String nombre,
    double valor,
    String unidad,
    @Nullable Meta meta,
    String detalle,
    boolean cuenta) {

  public static Medida vista(String nombre, double valor, String unidad, String detalle) {
    return new Medida(nombre, valor, unidad, null, detalle, true);
  }

  public static Medida conMeta(
      String nombre, double valor, String unidad, Meta meta, String detalle) {
    return new Medida(nombre, valor, unidad, meta, detalle, true);
  }

  /** A figure that does not count, whatever it is. */
  public static Medida noSostenible(
      String nombre, double valor, String unidad, @Nullable Meta meta, String motivo) {
    return new Medida(nombre, valor, unidad, meta, "no sostenible: " + motivo, false);
  }

  /** Null when there is no goal. */
  public @Nullable Boolean cumple() {
    return meta == null ? null : Boolean.valueOf(cuenta && meta.cumple(valor));
  }
}
