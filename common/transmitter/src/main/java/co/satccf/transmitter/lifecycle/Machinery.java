package co.satccf.transmitter.lifecycle;

import co.satccf.model.Familia;
import co.satccf.stream.BatchHandler;
import co.satccf.stream.ReaderConfig;
import co.satccf.stream.ReaderStatus;
import co.satccf.stream.TopicReader;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.correccion.Corrector;
import co.satccf.transmitter.dispatch.Dispatch;
import co.satccf.transmitter.empleadores.RegisterReader;
import co.satccf.transmitter.empleadores.Waker;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.LectorDeFamilia;
import co.satccf.transmitter.intake.Intake;
import co.satccf.transmitter.outbox.Relay;
import co.satccf.transmitter.restauracion.Restauracion;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Hilos;
import co.satccf.transmitter.store.Topicos;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts what moves in a family service, and stops it in the order that lets work in flight settle.
 */
@ApplicationScoped
public class Machinery {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(25);
  private static final int BATCH_BYTES = 8 * 1_024 * 1_024;

  private final FamiliaDeServicios familia;
  private final SatConfig config;
  private final Map<String, Object> kafka;
  private final Database database;
  private final Clock clock;
  private final Hilos hilos;
  private final Intake intake;
  private final RegisterReader registerReader;
  private final Waker waker;
  private final Dispatch dispatch;
  private final Corrector corrector;
  private final Relay relay;
  private final Restauracion restauracion;
  private final Instance<LectorDeFamilia> lectores;
  private final LectorGauges gauges;
  private final Map<String, TopicReader> readers = new ConcurrentHashMap<>();

  Machinery(
      FamiliaDeServicios familia,
      SatConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Database database,
      Clock clock,
      Hilos hilos,
      Intake intake,
      RegisterReader registerReader,
      Waker waker,
      Dispatch dispatch,
      Corrector corrector,
      Relay relay,
      Restauracion restauracion,
      @Any Instance<LectorDeFamilia> lectores,
      LectorGauges gauges) {
    this.familia = familia;
    this.config = config;
    this.kafka = kafka;
    this.database = database;
    this.clock = clock;
    this.hilos = hilos;
    this.intake = intake;
    this.registerReader = registerReader;
    this.waker = waker;
    this.dispatch = dispatch;
    this.corrector = corrector;
    this.relay = relay;
    this.restauracion = restauracion;
    this.lectores = lectores;
    this.gauges = gauges;
  }

  void start(@Observes StartupEvent event) throws SQLException {
    dispatch.register();
    restauracion.antesDe(
        new Restauracion.Pasos() {
          @Override
          public void tomar() {
            takeIn();
          }

          @Override
          public void releerRegistro() {
            read(Topicos.EMPLEADORES, registerReader);
          }

          @Override
          public void enviar() {
            dispatch.start();
          }

          @Override
          public void dejarDeEnviar() throws InterruptedException {
            dispatch.stop(STOP_WITHIN);
          }
        });
  }

  private void takeIn() {
    read(familia.familia().topic(), restauracion.alrededorDe(intake));
    if (familia.familia() != Familia.AFILIACION) {
      read(Topicos.EMPLEADORES, registerReader);
    }
    lectores.forEach(lector -> read(lector.topico(), lector));
    hilos.empezar("waker", waker);
    hilos.empezar("corrector", corrector);
    hilos.empezar("relay", relay);
  }

  /** Reads one topic into this service's database, in a consumer group of its own. */
  private void read(String topic, BatchHandler handler) {
    ReaderConfig reader =
        ReaderConfig.of(kafka, "sat-" + familia.familia().name() + "-" + topic, Set.of(topic))
            .withBatch(config.intake().lote(), BATCH_BYTES);
    TopicReader started = new TopicReader(reader, database.dataSource(), handler, clock);
    readers.put(topic, started);
    gauges.register(topic, started);
    started.start();
  }

  /** What each reader does now, by topic. */
  public Map<String, ReaderStatus> readers() {
    Map<String, ReaderStatus> statuses = new LinkedHashMap<>();
    readers.forEach((topic, reader) -> statuses.put(topic, reader.status()));
    return statuses;
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    hilos.parar();
    restauracion.parar();
    readers.values().forEach(TopicReader::close);
    dispatch.stop(STOP_WITHIN);
    waker.stop();
    corrector.stop();
    relay.stop();
  }
}
