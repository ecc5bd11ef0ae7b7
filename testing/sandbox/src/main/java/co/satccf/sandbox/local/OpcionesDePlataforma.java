package co.satccf.sandbox.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How the local platform is started.
 *
 * @param raiz the project's root, where the packaged services are
 * @param registros folder of the log files, one for each process
 * @param latencia of the simulated Ministry, in milliseconds
 * @param enVuelo limit in flight per SAT service
 * @param ajustes properties given to every service; they win over the platform's own
 * @param ajustesDe properties given to one service; they win over {@code ajustes}
 * @param enlaces whether services reach PostgreSQL, Kafka and Ministry over ways that can be cut
 *     ({@link Plataforma#enlaces()})
 */
public record OpcionesDePlataforma(
    Path raiz,
    Path registros,
    int latencia,
    int enVuelo,
    Map<String, String> ajustes,
    Map<ServicioSuite, Map<String, String>> ajustesDe,
    boolean enlaces) {

  /** As many calls at once as the simulated Ministry answers without queueing on two cores. */
  public static final int EN_VUELO = 32;

  public static OpcionesDePlataforma en(Path raiz) {
    return new OpcionesDePlataforma(
        raiz, raiz.resolve("target/sat/registros"), 0, EN_VUELO, Map.of(), Map.of(), false);
  }

  public OpcionesDePlataforma conRegistros(Path otros) {
    return new OpcionesDePlataforma(raiz, otros, latencia, enVuelo, ajustes, ajustesDe, enlaces);
  }

  public OpcionesDePlataforma conLatencia(int milisegundos) {
    return new OpcionesDePlataforma(
        raiz, registros, milisegundos, enVuelo, ajustes, ajustesDe, enlaces);
  }

  public OpcionesDePlataforma conEnVuelo(int limite) {
    return new OpcionesDePlataforma(raiz, registros, latencia, limite, ajustes, ajustesDe, enlaces);
  }

  public OpcionesDePlataforma conEnlaces() {
    return new OpcionesDePlataforma(raiz, registros, latencia, enVuelo, ajustes, ajustesDe, true);
  }

  /** One more property for every service. */
  public OpcionesDePlataforma con(String propiedad, String valor) {
    return new OpcionesDePlataforma(
        raiz, registros, latencia, enVuelo, mas(ajustes, propiedad, valor), ajustesDe, enlaces);
  }

  /** One more property for one service, its replicas included. */
  public OpcionesDePlataforma con(ServicioSuite servicio, String propiedad, String valor) {
    Map<ServicioSuite, Map<String, String>> otros = new EnumMap<>(ServicioSuite.class);
    otros.putAll(ajustesDe);
    otros.put(servicio, mas(ajustesDe.getOrDefault(servicio, Map.of()), propiedad, valor));
    return new OpcionesDePlataforma(
        raiz, registros, latencia, enVuelo, ajustes, Map.copyOf(otros), enlaces);
  }

  private static Map<String, String> mas(Map<String, String> a, String propiedad, String valor) {
    Map<String, String> otros = new HashMap<>(a);
    otros.put(propiedad, valor);
    return Map.copyOf(otros);
  }
}
