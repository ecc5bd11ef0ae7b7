package co.satccf.sandbox.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The platform's topics, set as deploy/kafka/topicos.csv says but for six partitions each. */
public final class Topicos {
  public static final int PARTICIONES = 6;

  private static final long UN_MES = Duration.ofDays(30).toMillis();
  private static final long SIEMPRE = -1;

  public static final String AFILIACION = "sat.afiliacion";
  public static final String RELACION_LABORAL = "sat.relacion-laboral";
  public static final String NOVEDADES = "sat.novedades";
  public static final String RESULTADOS = "sat.resultados";
  public static final String EMPLEADORES = "sat.empleadores";

  private Topicos() {}

  static List<NewTopic> todos() {
    return List.of(
        topico(AFILIACION, TopicConfig.CLEANUP_POLICY_DELETE, UN_MES),
        topico(RELACION_LABORAL, TopicConfig.CLEANUP_POLICY_DELETE, UN_MES),
        topico(NOVEDADES, TopicConfig.CLEANUP_POLICY_DELETE, UN_MES),
        topico(RESULTADOS, TopicConfig.CLEANUP_POLICY_DELETE, SIEMPRE),
        topico(EMPLEADORES, TopicConfig.CLEANUP_POLICY_COMPACT, SIEMPRE));
  }

  private static NewTopic topico(String nombre, String limpieza, long retencion) {
    return new NewTopic(nombre, PARTICIONES, (short) 1)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                limpieza,
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(retencion)));
  }
}
