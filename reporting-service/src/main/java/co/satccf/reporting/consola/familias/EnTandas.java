package co.satccf.reporting.consola.familias;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same done to many, asked for a hundred at a time: no request takes longer than a page waits
 * for another service, the page itself no longer than a {@link Turno} lasts, and what was done
 * before one fails is told.
 */
public final class EnTandas {

  private static final int TANDA = 100;
  private static final int TANDAS = 10;

  private EnTandas() {}

  /**
   * What came of it.
   *
   * @param cuentas as the service counts, added up
   * @param siguiente where to go on; null when there are no more
   * @param falla why it ended early, when it did
   */
  public record Hechos(
      Map<String, Long> cuentas, @Nullable Long siguiente, @Nullable String falla) {

    public long cuenta(String cual) {
      return cuentas.getOrDefault(cual, 0L);
    }
  }

  /**
   * Up to 1,000 of them, or as many as the time is enough for.
   *
   * @param pedido without {@code despues} and {@code limite}
   * @param despues where to begin; 0 for the first
   * @throws FallaDeVecino when the service refuses or does not answer the first request
   */
  public static Hechos pedir(
      Vecino vecino, Direccion donde, Map<String, String> pedido, long despues, Turno turno) {
    var cuentas = new TreeMap<String, Long>();
    Long siguiente = despues;
    for (var tanda = 0; tanda < TANDAS && siguiente != null && turno.queda(); tanda++) {
      try {
        var hecho = vecino.post(donde, tanda(pedido, siguiente), JsonNode.class);
        siguiente = hecho.hasNonNull("siguiente") ? hecho.path("siguiente").asLong() : null;
        hecho
            .properties()
            .forEach(
                cuenta -> {
                  if (!cuenta.getKey().equals("siguiente")) {
                    cuentas.merge(cuenta.getKey(), cuenta.getValue().asLong(), Long::sum);
                  }
                });
      } catch (FallaDeVecino falla) {
        if (tanda == 0) {
          throw falla;
        }
        return new Hechos(cuentas, siguiente, falla.problema().detail());
      }
    }
    return new Hechos(cuentas, siguiente, null);
  }

  private static Map<String, Object> tanda(Map<String, String> pedido, long despues) {
    var tanda = new LinkedHashMap<String, Object>(pedido);
    tanda.put("despues", despues);
    tanda.put("limite", TANDA);
    return tanda;
  }
}
