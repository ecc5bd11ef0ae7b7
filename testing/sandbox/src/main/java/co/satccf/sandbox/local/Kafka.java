package co.satccf.sandbox.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Questions to the broker. */
final class Kafka {

  private Kafka() {}

  static boolean responde(String servidores) {
    try (Admin admin = admin(servidores)) {
      return admin.listTopics().names().get(3, TimeUnit.SECONDS).contains("sat.empleadores");
    } catch (ExecutionException | TimeoutException away) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** End offsets as a committed reader sees them, by {@code topic-partition}. */
  static Map<String, Long> finales(String servidores, Set<String> topicos) {
    try (Admin admin = admin(servidores)) {
      Map<TopicPartition, OffsetSpec> pedido = new HashMap<>();
      admin
          .describeTopics(topicos)
          .allTopicNames()
          .get(10, TimeUnit.SECONDS)
          .forEach(
              (topico, descripcion) ->
                  descripcion
                      .partitions()
                      .forEach(
                          p ->
                              pedido.put(
                                  new TopicPartition(topico, p.partition()), OffsetSpec.latest())));
      Map<String, Long> finales = new HashMap<>();
      admin
          .listOffsets(pedido)
          .all()
          .get(10, TimeUnit.SECONDS)
          .forEach((particion, info) -> finales.put(particion.toString(), info.offset()));
      return finales;
    } catch (ExecutionException | TimeoutException away) {
      throw new IllegalStateException("Kafka no responde", away);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrumpido", e);
    }
  }

  private static Admin admin(String servidores) {
    Properties ajustes = new Properties();
    ajustes.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servidores);
    ajustes.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    ajustes.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    return Admin.create(ajustes);
  }
}
