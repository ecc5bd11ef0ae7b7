package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of PUT /control/fallas; it replaces the one before.
 *
 * @param semilla seed of every dice thrown for faults and latencies; null: 1
 * @param latencias by service name, {@code token}, or {@code *} (the seven services that have none
 *     of their own)
 * @param fallas in order; the first that fires decides
 * @param capacidad more requests at once than this on the seven services get 429, or wait; null: no
 *     limit
 * @param capacidadRetryAfter Retry-After of those 429, seconds; null: no header
 * @param capacidadEncola whether what is beyond the capacity waits for a place, first come first
 *     served, and only then for its latency; null: no, it gets 429
 * @param rechazarConexionesMs closes the listener and its connections at once, for so long
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fallas(
    @Nullable Long semilla,
    @Nullable Map<String, Latencia> latencias,
    @Nullable List<Falla> fallas,
    @Nullable Integer capacidad,
    @Nullable Integer capacidadRetryAfter,
    @Nullable Boolean capacidadEncola,
    @Nullable Long rechazarConexionesMs) {

  public Fallas {
    if ((capacidad != null && capacidad < 0)
        || (rechazarConexionesMs != null && rechazarConexionesMs < 0)) {
      throw new IllegalArgumentException("fallas: capacidad o rechazarConexionesMs fuera de rango");
    }
    if (Boolean.TRUE.equals(capacidadEncola) && (capacidad == null || capacidad == 0)) {
      throw new IllegalArgumentException("fallas: capacidadEncola necesita una capacidad");
    }
    latencias = latencias == null ? Map.of() : Map.copyOf(latencias);
    fallas = fallas == null ? List.of() : List.copyOf(fallas);
    if (!latencias.keySet().stream().allMatch(Falla::esLugar)) {
      throw new IllegalArgumentException("fallas: latencia de un servicio desconocido");
    }
  }

  /** Nothing goes wrong and nothing waits. */
  public static Fallas ninguna() {
    return new Fallas(null, null, null, null, null, null, null);
  }

  public static Fallas con(Falla... fallas) {
    return new Fallas(null, null, List.of(fallas), null, null, null, null);
  }

  /** Latency of the seven services. */
  public static Fallas conLatencia(Latencia latencia) {
    return new Fallas(null, Map.of(Falla.TODOS, latencia), null, null, null, null, null);
  }

  public Fallas mas(Falla falla) {
    List<Falla> todas = new ArrayList<>(lista());
    todas.add(falla);
    return new Fallas(
        semilla,
        latencias,
        todas,
        capacidad,
        capacidadRetryAfter,
        capacidadEncola,
        rechazarConexionesMs);
  }

  /** Adds the latency of a service, of {@link Falla#TOKEN} or of {@link Falla#TODOS}. */
  public Fallas latencia(String servicio, Latencia latencia) {
    Map<String, Latencia> todas = new HashMap<>(porLugar());
    todas.put(servicio, latencia);
    return new Fallas(
        semilla,
        todas,
        fallas,
        capacidad,
        capacidadRetryAfter,
        capacidadEncola,
        rechazarConexionesMs);
  }

  public Fallas conSemilla(long valor) {
    return new Fallas(
        valor,
        latencias,
        fallas,
        capacidad,
        capacidadRetryAfter,
        capacidadEncola,
        rechazarConexionesMs);
  }

  /** At most so many requests at once; those above get 429, with Retry-After when not null. */
  public Fallas conCapacidad(int maximo, @Nullable Integer retryAfter) {
    return new Fallas(semilla, latencias, fallas, maximo, retryAfter, null, rechazarConexionesMs);
  }

  /** At most so many requests at once; those above wait until one of them is answered. */
  public Fallas conColaDesde(int maximo) {
    return new Fallas(semilla, latencias, fallas, maximo, null, true, rechazarConexionesMs);
  }

  /** Connections refused for so many milliseconds from now. */
  public Fallas rechazandoConexiones(long ms) {
    return new Fallas(
        semilla, latencias, fallas, capacidad, capacidadRetryAfter, capacidadEncola, ms);
  }

  boolean encola() {
    return Boolean.TRUE.equals(capacidadEncola);
  }

  List<Falla> lista() {
    return fallas == null ? List.of() : fallas;
  }

  Map<String, Latencia> porLugar() {
    return latencias == null ? Map.of() : latencias;
  }
}
