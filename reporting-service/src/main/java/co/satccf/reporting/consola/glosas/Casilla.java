package co.satccf.reporting.consola.glosas;

import org.jspecify.annotations.Nullable;

/**
 * A field in the form of a correction.
 *
 * @param antes what the report says now
 * @param valor what the form shows
 * @param fallo what is wrong with it; null when nothing is known to be
 */
public record Casilla(
    String nombre,
    String etiqueta,
    int longitud,
    String antes,
    String valor,
    @Nullable String fallo) {

  @Override
  public String toString() {
    return "Casilla[%s]".formatted(nombre);
  }
}
