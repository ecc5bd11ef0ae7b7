package co.satccf.sandbox.erp;

import co.satccf.model.ServicioSat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many lines of each kind a feed has.
 *
 * @param lineas all of them
 * @param porDestino by what becomes of them
 * @param porServicio reports by service; lines that are none, or cannot be read as one, are in no
 *     service
 * @param porCaso by name of the case
 */
public record Expectativa(
    int lineas,
    Map<Esperado, Integer> porDestino,
    Map<ServicioSat, Integer> porServicio,
    Map<String, Integer> porCaso) {

  public static Expectativa de(Stream<FeedLine> feed) {
    Map<Esperado, Integer> porDestino = new EnumMap<>(Esperado.class);
    Map<ServicioSat, Integer> porServicio = new EnumMap<>(ServicioSat.class);
    Map<String, Integer> porCaso = new TreeMap<>();
    feed.forEach(
        linea -> {
          porDestino.merge(linea.esperado(), 1, Integer::sum);
          porCaso.merge(linea.caso(), 1, Integer::sum);
          if (linea.servicio() != null) {
            porServicio.merge(linea.servicio(), 1, Integer::sum);
          }
        });
    return new Expectativa(
        porDestino.values().stream().mapToInt(Integer::intValue).sum(),
        Collections.unmodifiableMap(porDestino),
        Collections.unmodifiableMap(porServicio),
        Collections.unmodifiableMap(porCaso));
  }

  public int de(Esperado destino) {
    return porDestino.getOrDefault(destino, 0);
  }

  public int de(ServicioSat servicio) {
    return porServicio.getOrDefault(servicio, 0);
  }
}
