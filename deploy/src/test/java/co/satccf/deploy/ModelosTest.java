package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rendered object is what Kubernetes or the operator it is for would read: no unknown field.
 */
class ModelosTest {

  private static final Map<String, Class<?>> MODELOS =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
          Map.entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
          Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class),
          Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
          Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

  /** The operators without a Java model; where each schema comes from is said in it. */
  private static final Map<String, Schema> ESQUEMAS =
      Map.of(
          "external-secrets.io/v1 ExternalSecret", esquema("ExternalSecret"),
          "keda.sh/v1alpha1 ScaledObject", esquema("ScaledObject"),
          "postgresql.cnpg.io/v1 Cluster", esquema("Cluster"),
          "postgresql.cnpg.io/v1 Database", esquema("Database"));

  /** The models keep what they do not know; this mapper does not let them. */
  private static final ObjectMapper ESTRICTO =
      new ObjectMapper()
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static List<Caso> casos() {
    return Caso.todos();
  }

  @ParameterizedTest
  @MethodSource("casos")
  void everyFieldIsKnown(Caso caso) {
    assertThat(Chart.rendir(caso)).isNotEmpty().allSatisfy(ModelosTest::leer);
  }

  @Test
  void everyModelIsUsed() {
    assertThat(Caso.todos().stream().flatMap(caso -> Chart.rendir(caso).stream()))
        .extracting(Objeto::tipo)
        .containsAll(MODELOS.keySet())
        .containsAll(ESQUEMAS.keySet());
  }

  @Test
  void aTypoIsFound() {
    Objeto deployment =
        new Objeto(Chart.uno(Caso.POR_OMISION, "Deployment", "token-service").yaml().deepCopy());
    deployment.yaml().withObject("/spec").put("replicaz", 2);
    assertThatThrownBy(() -> leer(deployment)).hasMessageContaining("replicaz");
  }

  private static void leer(Objeto objeto) {
    Class<?> modelo = MODELOS.get(objeto.tipo());
    if (modelo != null) {
      assertThatCode(() -> ESTRICTO.treeToValue(objeto.yaml(), modelo))
          .as("%s", objeto)
          .doesNotThrowAnyException();
      return;
    }
    assertThat(ESQUEMAS)
        .hasEntrySatisfying(
            objeto.tipo(),
            esquema ->
                assertThat(esquema.validate(objeto.yaml().toString(), InputFormat.JSON))
                    .as("%s", objeto)
                    .isEmpty());
  }

  private static Schema esquema(String clase) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              Files.readString(
                  Path.of("src", "test", "resources", "esquemas", clase + ".schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
