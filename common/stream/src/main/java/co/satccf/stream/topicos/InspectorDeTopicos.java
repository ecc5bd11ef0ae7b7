package co.satccf.stream.topicos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/**
 * Looks whether topics are set as they are written down. A topic that is not there yet is none of
 * its concern: its reader tells.
 */
public final class InspectorDeTopicos {

  private static final Logger LOG = Logger.getLogger(InspectorDeTopicos.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final Map<String, Object> kafka;
  private final List<TopicoEscrito> escritos;
  private volatile Optional<List<Diferencia>> diferencias = Optional.empty();
  private boolean unanswered;

  /**
   * @param kafka connection properties
   * @param topicos those that a service reads or writes
   * @throws IllegalArgumentException when nothing is written down about one
   */
  public InspectorDeTopicos(Map<String, Object> kafka, Set<String> topicos) {
    this.kafka = Map.copyOf(kafka);
    Map<String, TopicoEscrito> todos = TopicoEscrito.todos();
    if (!todos.keySet().containsAll(topicos)) {
      throw new IllegalArgumentException("not in topicos.csv: one of " + topicos);
    }
    this.escritos = topicos.stream().map(todos::get).map(Objects::requireNonNull).toList();
  }

  /** What the last look found; empty before the first one that was answered. */
  public Optional<List<Diferencia>> diferencias() {
    return diferencias;
  }

  /** Topics that are looked at. */
  public List<String> topicos() {
    return escritos.stream().map(TopicoEscrito::nombre).sorted().toList();
  }

  /** Looks now, and tells in the log what has changed since the last look. */
  public synchronized void mirar() throws InterruptedException {
    try {
      List<Diferencia> halladas = comparar();
      unanswered = false;
      if (!diferencias.equals(Optional.of(halladas))) {
        tell(halladas);
      }
      diferencias = Optional.of(halladas);
    } catch (ExecutionException | TimeoutException | KafkaException away) {
      if (!unanswered) {
        unanswered = true;
        Throwable cause = away.getCause() == null ? away : away.getCause();
        LOG.warnf(
            "event=topic_settings_unknown topics=%s cause=%s",
            topicos(), cause.getClass().getSimpleName());
      }
    }
  }

  private void tell(List<Diferencia> halladas) {
    if (halladas.isEmpty()) {
      LOG.infof("event=topic_settings_as_written topics=%s", topicos());
    }
    for (Diferencia diferencia : halladas) {
      LOG.logf(
          diferencia.pierdeDatos() ? Logger.Level.ERROR : Logger.Level.WARN,
          "event=topic_setting_differs alert=%s loses_data=%s difference=\"%s\"",
          diferencia.pierdeDatos(),
          diferencia.pierdeDatos(),
          diferencia);
    }
  }

  private List<Diferencia> comparar()
      throws InterruptedException, ExecutionException, TimeoutException {
    Admin admin = Admin.create(kafka);
    try {
      Set<String> hay =
          admin.listTopics().names().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      List<TopicoEscrito> presentes =
          escritos.stream().filter(topico -> hay.contains(topico.nombre())).toList();
      Map<String, TopicDescription> descritos =
          admin
              .describeTopics(nombres(presentes))
              .allTopicNames()
              .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, Map<String, String>> configs = configs(admin, nombres(presentes));
      List<Diferencia> halladas = new ArrayList<>();
      for (TopicoEscrito topico : presentes) {
        halladas.addAll(
            topico.diferencias(
                Objects.requireNonNull(descritos.get(topico.nombre())).partitions().size(),
                configs.getOrDefault(topico.nombre(), Map.of())));
      }
      return List.copyOf(halladas);
    } finally {
      // Else it waits a minute for a broker that is away, and so does the end of the service.
      admin.close(Duration.ZERO);
    }
  }

  private static Map<String, Map<String, String>> configs(Admin admin, Collection<String> topicos)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .describeConfigs(
            topicos.stream()
                .map(topico -> new ConfigResource(ConfigResource.Type.TOPIC, topico))
                .toList())
        .all()
        .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                config -> config.getKey().name(),
                config ->
                    config.getValue().entries().stream()
                        .filter(entry -> entry.value() != null)
                        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value))));
  }

  private static List<String> nombres(List<TopicoEscrito> topicos) {
    return topicos.stream().map(TopicoEscrito::nombre).toList();
  }
}
