package co.satccf.reporting.consola.tablero;

import co.satccf.model.estado.Bloqueo;
import co.satccf.reporting.consola.familias.ConteosDeAhora;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What waits to be sent, by SAT service.
 *
 * @param bloqueados by block, in the order of {@link Bloqueo}
 */
public record Cola(String servicio, long listos, long enVuelo, List<Long> bloqueados) {

  static List<Cola> de(Collection<ConteosDeAhora> familias) {
    return familias.stream()
        .flatMap(familia -> familia.servicios().entrySet().stream())
        .map(
            suyo ->
                new Cola(
                    suyo.getKey(),
                    suyo.getValue().listos(),
                    suyo.getValue().enVuelo(),
                    Arrays.stream(Bloqueo.values())
                        .map(causa -> suyo.getValue().bloqueados().getOrDefault(causa, 0L))
                        .toList()))
        .toList();
  }
}
