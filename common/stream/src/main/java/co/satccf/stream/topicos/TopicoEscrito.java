package co.satccf.stream.topicos;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of deploy/kafka/topicos.csv.
 *
 * @param limpieza {@code delete} or {@code compact}
 * @param retencion null for ever
 */
record TopicoEscrito(
    String nombre, int particiones, String limpieza, @Nullable Duration retencion) {

  private static final String TABLA = "topicos.csv";
  private static final String SIEMPRE = "siempre";

  /** By name. */
  static Map<String, TopicoEscrito> todos() {
    try (InputStream tabla = TopicoEscrito.class.getResourceAsStream(TABLA)) {
      if (tabla == null) {
        throw new IllegalStateException(TABLA + " is not in this package");
      }
      return new String(tabla.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(linea -> linea.startsWith("sat."))
          .map(TopicoEscrito::de)
          .collect(Collectors.toUnmodifiableMap(TopicoEscrito::nombre, topico -> topico));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static TopicoEscrito de(String linea) {
    String[] celdas = linea.split(",", -1);
    return new TopicoEscrito(
        celdas[0],
        Integer.parseInt(celdas[1]),
        celdas[2],
        celdas[3].equals(SIEMPRE) ? null : Duration.ofDays(Long.parseLong(celdas[3])));
  }

  /**
   * @param config the topic's settings as the broker tells them
   */
  List<Diferencia> diferencias(int hay, Map<String, String> config) {
    List<Diferencia> diferencias = new ArrayList<>();
    if (hay != particiones) {
      diferencias.add(
          new Diferencia(
              nombre, Ajuste.PARTICIONES, String.valueOf(particiones), String.valueOf(hay), false));
    }
    String limpia = config.getOrDefault(CLEANUP_POLICY_CONFIG, "");
    if (!limpia.equals(limpieza)) {
      // Compaction leaves of each employer the last fact alone; deletion, no register at all.
      diferencias.add(new Diferencia(nombre, Ajuste.LIMPIEZA, limpieza, limpia, true));
    } else if (limpia.equals("delete")) {
      retencion(config).ifPresent(diferencias::add);
    }
    return diferencias;
  }

  private Optional<Diferencia> retencion(Map<String, String> config) {
    long milis = Long.parseLong(config.getOrDefault(RETENTION_MS_CONFIG, "-1"));
    long bytes = Long.parseLong(config.getOrDefault(RETENTION_BYTES_CONFIG, "-1"));
    boolean corta = milis >= 0 && (retencion == null || milis < retencion.toMillis());
    boolean larga = retencion != null && (milis < 0 || milis > retencion.toMillis());
    if (!corta && !larga && bytes < 0) {
      return Optional.empty();
    }
    String hallado = milis < 0 ? SIEMPRE : Duration.ofMillis(milis).toString();
    return Optional.of(
        new Diferencia(
            nombre,
            Ajuste.RETENCION,
            retencion == null ? SIEMPRE : retencion.toString(),
            bytes < 0 ? hallado : "%s, %d bytes".formatted(hallado, bytes),
            // What is to be kept for ever is needed after a restore, and to count again; facts only
            // until they are read.
            retencion == null));
  }
}
