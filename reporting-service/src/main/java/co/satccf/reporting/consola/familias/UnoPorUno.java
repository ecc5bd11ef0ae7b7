package co.satccf.reporting.consola.familias;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The same asked for each of many; each stands or falls by itself. Where a service does not answer,
 * or takes too long, the rest is left alone.
 */
public final class UnoPorUno {

  private static final int SE_FUE = 500;

  private UnoPorUno() {}

  /**
   * What came of it.
   *
   * @param hechos how many
   */
  public record Hechos(int hechos, List<Fallo> fallos) {}

  /** Why one stayed as it was. */
  public record Fallo(String cual, String porque) {}

  /**
   * @param pedido throws {@link FallaDeVecino} when one is refused
   */
  public static Hechos pedir(List<String> cuales, Turno turno, Consumer<String> pedido) {
    var hechos = 0;
    var fallos = new ArrayList<Fallo>();
    var seFue = false;
    for (var uno : cuales) {
      if (seFue) {
        fallos.add(new Fallo(uno, "No se intentó: el servicio no está"));
      } else if (!turno.queda()) {
        fallos.add(new Fallo(uno, "No se intentó: el servicio tarda; elíjalo de nuevo"));
      } else {
        try {
          pedido.accept(uno);
          hechos++;
        } catch (FallaDeVecino falla) {
          fallos.add(new Fallo(uno, falla.problema().detail()));
          seFue = falla.problema().status() >= SE_FUE;
        }
      }
    }
    return new Hechos(hechos, List.copyOf(fallos));
  }
}
