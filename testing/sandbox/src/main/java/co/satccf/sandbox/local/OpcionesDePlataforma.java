package co.satccf.sandbox.local;

import co.satccf.model.entorno.Entorno;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the local platform is started.
 *
 * @param raiz the project's root, where the packaged services are
 * @param registros folder of the log files, one for each process
 * @param servicios those that are started; replicas and configuration of the others can wait
 * @param latencia of the simulated Ministry, in milliseconds
 * @param enVuelo limit in flight per SAT service, fixed
 * @param jvm flags of the services' JVM besides the platform's own; empty when all that counts is
 *     to be ready soon
 * @param postgres settings of the database server; they win over the platform's own
 * @param ajustes properties given to every service; they win over the platform's own
 * @param ajustesDe properties given to one service; they win over {@code ajustes}
 * @param heridas when services reach PostgreSQL, Kafka and Ministry over ways that can be cut
 *     ({@link Cimientos#enlaces()}): the names of those whose clocks can be moved, too
 */
public record OpcionesDePlataforma(
    Path raiz,
    Path registros,
    Set<ServicioSuite> servicios,
    int latencia,
    int enVuelo,
    Optional<List<String>> jvm,
    Map<String, String> postgres,
    Map<String, String> ajustes,
    Map<ServicioSuite, Map<String, String>> ajustesDe,
    Optional<Set<String>> heridas) {

  /** As many calls at once as the simulated Ministry answers without queueing on two cores. */
  public static final int EN_VUELO = 32;

  private static final String CUPO_LIBRE = "256";

  public static OpcionesDePlataforma en(Path raiz) {
    return new OpcionesDePlataforma(
        raiz,
        raiz.resolve("target/sat/registros"),
        EnumSet.allOf(ServicioSuite.class),
        0,
        EN_VUELO,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  public OpcionesDePlataforma conRegistros(Path otros) {
    return new OpcionesDePlataforma(
        raiz, otros, servicios, latencia, enVuelo, jvm, postgres, ajustes, ajustesDe, heridas);
  }

  /** Starts these only. */
  public OpcionesDePlataforma soloCon(Set<ServicioSuite> algunos) {
    return new OpcionesDePlataforma(
        raiz, registros, algunos, latencia, enVuelo, jvm, postgres, ajustes, ajustesDe, heridas);
  }

  public OpcionesDePlataforma conLatencia(int milisegundos) {
    return new OpcionesDePlataforma(
        raiz,
        registros,
        servicios,
        milisegundos,
        enVuelo,
        jvm,
        postgres,
        ajustes,
        ajustesDe,
        heridas);
  }

  public OpcionesDePlataforma conEnVuelo(int limite) {
    return new OpcionesDePlataforma(
        raiz, registros, servicios, latencia, limite, jvm, postgres, ajustes, ajustesDe, heridas);
  }

  /** Ways that can be cut, and clocks of these services that can be moved. */
  public OpcionesDePlataforma conHeridas(Set<String> relojes) {
    return new OpcionesDePlataforma(
        raiz,
        registros,
        servicios,
        latencia,
        enVuelo,
        jvm,
        postgres,
        ajustes,
        ajustesDe,
        Optional.of(Set.copyOf(relojes)));
  }

  /** Both compilers, and these flags: for a run that lasts minutes, or measures. */
  public OpcionesDePlataforma conJvm(List<String> indicadores) {
    return new OpcionesDePlataforma(
        raiz,
        registros,
        servicios,
        latencia,
        enVuelo,
        Optional.of(List.copyOf(indicadores)),
        postgres,
        ajustes,
        ajustesDe,
        heridas);
  }

  /** One more setting of the database server. */
  public OpcionesDePlataforma conPostgres(String ajuste, String valor) {
    return new OpcionesDePlataforma(
        raiz,
        registros,
        servicios,
        latencia,
        enVuelo,
        jvm,
        mas(postgres, ajuste, valor),
        ajustes,
        ajustesDe,
        heridas);
  }

  /** The limit finds itself, as in production, up to 256 in each replica. */
  public OpcionesDePlataforma conCupoLibre() {
    OpcionesDePlataforma libre = this;
    for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
      libre =
          libre
              .con(servicio, "sat.cupo.piso", "1")
              .con(servicio, "sat.cupo.techo", CUPO_LIBRE)
              .con(servicio, "sat.ministerio.conexiones", CUPO_LIBRE);
    }
    return libre;
  }

  /**
   * What the services are told they run for; whatever says production counts, also the environment
   * that they would inherit.
   */
  Entorno entorno() {
    return Stream.concat(Stream.of(ajustes, System.getenv()), ajustesDe.values().stream())
            .flatMap(
                de -> Stream.of(Entorno.PROPIEDAD, "SAT_ENTORNO").map(nombre -> de.get(nombre)))
            .anyMatch(valor -> Entorno.PRODUCCION.valor().equalsIgnoreCase(valor))
        ? Entorno.PRODUCCION
        : Entorno.DESARROLLO;
  }

  /** One more property for every service. */
  public OpcionesDePlataforma con(String propiedad, String valor) {
    return new OpcionesDePlataforma(
        raiz,
        registros,
        servicios,
        latencia,
        enVuelo,
        jvm,
        postgres,
        mas(ajustes, propiedad, valor),
        ajustesDe,
        heridas);
  }

  /** One more property for one service, its replicas included. */
  public OpcionesDePlataforma con(ServicioSuite servicio, String propiedad, String valor) {
    Map<ServicioSuite, Map<String, String>> otros = new EnumMap<>(ServicioSuite.class);
    otros.putAll(ajustesDe);
    otros.put(servicio, mas(ajustesDe.getOrDefault(servicio, Map.of()), propiedad, valor));
    return new OpcionesDePlataforma(
        raiz,
        registros,
        servicios,
        latencia,
        enVuelo,
        jvm,
        postgres,
        ajustes,
        Map.copyOf(otros),
        heridas);
  }

  private static Map<String, String> mas(Map<String, String> a, String propiedad, String valor) {
    Map<String, String> otros = new HashMap<>(a);
    otros.put(propiedad, valor);
    return Map.copyOf(otros);
  }
}
