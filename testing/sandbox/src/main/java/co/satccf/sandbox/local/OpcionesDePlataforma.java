package co.satccf.sandbox.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the local platform is started.
 *
 * @param raiz the project's root, where the packaged services are
 * @param registros folder of the log files, one for each process
 * @param latencia of the simulated Ministry, in milliseconds
 * @param enVuelo limit in flight per SAT service
 * @param ajustes properties given to every service that knows them; they win over the platform's
 *     own
 */
public record OpcionesDePlataforma(
    Path raiz, Path registros, int latencia, int enVuelo, Map<String, String> ajustes) {

  public static OpcionesDePlataforma en(Path raiz) {
    return new OpcionesDePlataforma(raiz, raiz.resolve("target/sat/registros"), 0, 32, Map.of());
  }

  public OpcionesDePlataforma conRegistros(Path otros) {
    return new OpcionesDePlataforma(raiz, otros, latencia, enVuelo, ajustes);
  }

  public OpcionesDePlataforma conLatencia(int milisegundos) {
    return new OpcionesDePlataforma(raiz, registros, milisegundos, enVuelo, ajustes);
  }

  public OpcionesDePlataforma conEnVuelo(int limite) {
    return new OpcionesDePlataforma(raiz, registros, latencia, limite, ajustes);
  }

  public OpcionesDePlataforma con(String propiedad, String valor) {
    Map<String, String> otros = new HashMap<>(ajustes);
    otros.put(propiedad, valor);
    return new OpcionesDePlataforma(raiz, registros, latencia, enVuelo, Map.copyOf(otros));
  }
}
