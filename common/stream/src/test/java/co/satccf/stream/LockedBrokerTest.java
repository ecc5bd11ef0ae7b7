package co.satccf.stream;

import static co.satccf.stream.ReaderState.BROKER_REFUSES;
import static co.satccf.stream.ReaderState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.infra.Broker;
import co.satccf.sandbox.infra.CandadoDeKafka;
import co.satccf.sandbox.infra.CertificadoDePrueba;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broker with TLS, SASL and permissions: what it refuses is told as that, and asked seldom. */
@Execution(ExecutionMode.CONCURRENT)
class LockedBrokerTest {

  private static final Path PERMISSIONS = Path.of("../../deploy/kafka/acl.csv");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  /** Waits double from 200 ms: so many tries, each with a connection or two, make a storm. */
  private static final int STORM = 25;

  private static final String TOPIC = "sat.afiliacion";
  private static final String SERVICE = "afiliacion-service";
  private static final String GROUP = "sat-AFILIACION-prueba";

  @TempDir static Path folder;
  private static CandadoDeKafka lock;
  private static Broker broker;

  @BeforeAll
  static void start() {
    lock = CandadoDeKafka.en(folder.resolve("candado"), PERMISSIONS);
    broker = Broker.en(folder.resolve("kafka"), lock);
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.stop();
  }

  @Test
  void readsWithItsOwnNameAndPassword() {
    try (var reader = started(lock.cliente(SERVICE), GROUP)) {
      await().atMost(SOON).until(() -> reader.status().state() == RUNNING);
    }
  }

  static Stream<Refused> refused() throws IOException {
    Path other = CertificadoDePrueba.hacer(folder, "otro", "ip:127.0.0.1", "-1d", 2).pem();
    return Stream.of(
        new Refused(
            "SaslAuthenticationException",
            lock.cliente(SERVICE, "not-it", lock.confianza()),
            GROUP),
        new Refused(
            "SslAuthenticationException",
            lock.cliente(SERVICE, "clave-de-" + SERVICE, other),
            GROUP),
        new Refused("TopicAuthorizationException", lock.cliente("erp"), "erp-prueba"),
        new Refused("GroupAuthorizationException", lock.cliente(SERVICE), "reporting-service"));
  }

  /** What is refused, and how a client comes to it. */
  record Refused(String why, Map<String, String> client, String group) {

    @Override
    public String toString() {
      return why;
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void tellsARefusalByItsNameAndDoesNotKnockWithoutEnd(Refused refused) throws Exception {
    try (var reader = started(refused.client(), refused.group())) {
      // When
      await().atMost(SOON).until(() -> reader.status().state() == BROKER_REFUSES);
      // Then
      assertThat(reader.status().reason()).isEqualTo(refused.why());
      var before = handshakes();
      await().during(A_WHILE).atMost(SOON).until(() -> reader.status().state() == BROKER_REFUSES);
      assertThat(handshakes() - before).isLessThan(STORM);
    }
  }

  private static TopicReader started(Map<String, String> client, String group) {
    var config = ReaderConfig.of(new HashMap<>(client), group, Set.of(TOPIC));
    var reader = new TopicReader(config, Platform.database(), new TestHandler(), Clock.systemUTC());
    reader.start();
    return reader;
  }

  /** Connections that came to the lock, whether they passed or not. */
  private static long handshakes() throws JMException {
    var server = ManagementFactory.getPlatformMBeanServer();
    double all = 0;
    for (var name :
        server.queryNames(
            new ObjectName(
                "kafka.server:type=socket-server-metrics,listener=CERRADO,networkProcessor=*"),
            null)) {
      all += (double) server.getAttribute(name, "connection-creation-total");
    }
    return (long) all;
  }
}
