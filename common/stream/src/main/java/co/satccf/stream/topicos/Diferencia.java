package co.satccf.stream.topicos;

import java.util.Locale;

/**
 * One setting that is not as it is written down.
 *
 * @param pierdeDatos whether records go that somebody still needs
 */
public record Diferencia(
    String topico, Ajuste ajuste, String escrito, String hallado, boolean pierdeDatos) {

  @Override
  public String toString() {
    return "%s: %s %s, escrito %s"
        .formatted(topico, ajuste.name().toLowerCase(Locale.ROOT), hallado, escrito);
  }
}
