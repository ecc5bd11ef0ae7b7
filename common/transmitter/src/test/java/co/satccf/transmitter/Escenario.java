package co.satccf.transmitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.referencia.Referencias;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.EmpleadorEnSat;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.token.TokenNoDisponible;
import co.satccf.transmitter.token.TokenServiceDePrueba;
import co.satccf.transmitter.token.Tokens;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/**
 * One transmitter with its database, Kafka, Ministry and token-service, empty at the start of each
 * test.
 */
@ApplicationScoped
public class Escenario {

  public static final String TOPICO = "sat.afiliacion";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Database database;
  private final Referencias referencias;
  private final TokenServiceDePrueba tokenService;
  private final Tokens tokens;
  private final FamiliaDeServicios familia;
  private final CircuitBreakerMaintenance breakers;
  private final ControlDelMinisterio ministerio = InfraDePrueba.ministerio();
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  Escenario(
      Database database,
      Referencias referencias,
      TokenServiceDePrueba tokenService,
      Tokens tokens,
      FamiliaDeServicios familia,
      CircuitBreakerMaintenance breakers) {
    this.database = database;
    this.referencias = referencias;
    this.tokenService = tokenService;
    this.tokens = tokens;
    this.familia = familia;
    this.breakers = breakers;
  }

  /** A report as the store has it. */
  public record Fila(
      EstadoReporte estado,
      @Nullable String bloqueo,
      @Nullable String origen,
      @Nullable String codigo,
      int intento,
      int fallos,
      boolean dudoso,
      int revision) {}

  /** An attempt as the store has it. */
  public record Intento(int numero, String veredicto, boolean aplicado) {}

  /** Waits for what is in flight, forgets everything, and lets every service send. */
  public void empezar() {
    ministerio.sinFallas();
    detener();
    // What a test claimed itself, longer than a dispatcher ever does, and did not settle.
    ejecutar(
        """
        update reporte set estado = 'PENDIENTE', arriendo_hasta = null
        where arriendo_hasta > now() + interval '30 seconds'
        """);
    hasta(
        () ->
            assertThat(numero("select count(*) from reporte where estado = 'EN_VUELO'")).isZero());
    vaciar();
    ministerio.reiniciar();
    ministerio.modo(Map.of("proporcionAlertas", 0));
    tokenService.limpiar();
    familia.servicios().forEach(this::replaceToken);
    tokenService.olvidarPreguntas();
    breakers.resetAll();
    soltar();
  }

  /** The Ministry has forgotten the tokens that the transmitter holds. */
  private void replaceToken(ServicioSat servicio) {
    try {
      tokens.enLugarDe(servicio, tokens.vigente(servicio));
    } catch (TokenNoDisponible e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves nothing to the next test class. */
  public void terminar() {
    empezar();
  }

  private void vaciar() {
    ejecutar(
        """
        truncate reporte, cuerpo, intento, evento, cuarentena, correccion, salida, empleador_sat, despertar
        """);
    ejecutar(
        """
        update despacho set cupo = 8, ronda = ronda + 1, busqueda = null, cupo_piso = null, cupo_techo = null, pausado = false, pausa_motivo = null,
          pausa_quien = null, pausa_desde = null,
          puerta = null, puerta_motivo = null, puerta_desde = null, puerta_hasta = null
        """);
  }

  /** What every glosa brake has counted so far counts no more. */
  public void olvidarGlosas() {
    ejecutar("update despacho set reanudado = now()");
  }

  /** So many reports in flight, no more and no fewer. */
  public void cupo(int cupo) {
    ejecutar("update despacho set cupo = ?, cupo_piso = ?, cupo_techo = ?", cupo, cupo, cupo);
  }

  /** Nothing is claimed any more. */
  public void detener() {
    ejecutar("update despacho set pausado = true");
  }

  public void soltar() {
    ejecutar("update despacho set pausado = false");
  }

  public ControlDelMinisterio ministerio() {
    return ministerio;
  }

  public TokenServiceDePrueba tokenService() {
    return tokenService;
  }

  /** The Ministry's ledger of one radicado. */
  public List<EntradaDelLibro> libro(Hecho hecho) {
    return ministerio.libro(hecho.servicio().nombre()).stream()
        .filter(entrada -> entrada.radicado().equals(hecho.radicado()))
        .toList();
  }

  /** The employer is in SAT, for us and for the Ministry. */
  public String empleadorEnSat() {
    String nit = Hecho.nit();
    inscribir(nit);
    ministerio.incorporar(new EmpleadorEnSat("NI", nit, "0", "05"));
    return nit;
  }

  /** The employer is in SAT by our register. */
  public void inscribir(String nit) {
    ejecutar(
        "insert into empleador_sat values (?, '05', 'INCORPORADO', 1, now())",
        referencias.empleador("NI", nit, "0"));
  }

  /** Publishes facts, each to the partition of its employer, and waits until Kafka has them. */
  public void publicar(Hecho... hechos) {
    publicar(List.of(hechos));
  }

  public void publicar(Collection<Hecho> hechos) {
    enviar(
        hechos.stream()
            .map(
                hecho ->
                    new ProducerRecord<>(
                        TOPICO,
                        ("NI-" + hecho.empleador() + "-0").getBytes(StandardCharsets.UTF_8),
                        hecho.bytes()))
            .toList());
  }

  /** Publishes values as they are to one partition; returns the offset of the first. */
  public long publicar(int particion, List<byte[]> valores) {
    return enviar(
            valores.stream()
                .map(valor -> new ProducerRecord<byte[], byte[]>(TOPICO, particion, null, valor))
                .toList())
        .getFirst()
        .offset();
  }

  public List<RecordMetadata> enviar(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(record -> sent.add(producer().send(record)));
    List<RecordMetadata> metadata = new ArrayList<>();
    try {
      for (Future<RecordMetadata> future : sent) {
        metadata.add(future.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return metadata;
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      open =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  InfraDePrueba.servidoresKafka(),
                  ProducerConfig.LINGER_MS_CONFIG,
                  0),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }

  public @Nullable Fila fila(Hecho hecho) {
    List<Fila> filas =
        filas(
            """
            select estado, bloqueo, origen, codigo, intento, fallos, dudoso, revision
            from reporte where servicio = ? and radicado = ?
            """,
            row ->
                new Fila(
                    EstadoReporte.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getBoolean(7),
                    row.getInt(8)),
            hecho.servicio().nombre(),
            hecho.radicado());
    return filas.isEmpty() ? null : filas.getFirst();
  }

  /** The report, once it is in the given state. */
  public Fila espera(Hecho hecho, EstadoReporte estado) {
    return esperando().until(() -> fila(hecho), fila -> fila != null && fila.estado() == estado);
  }

  /** The report, once it stands in the store. */
  public Fila recibido(Hecho hecho) {
    return esperando().until(() -> fila(hecho), fila -> fila != null);
  }

  public List<Intento> intentos(Hecho hecho) {
    return filas(
        """
        select i.numero, i.veredicto, i.aplicado from intento i join reporte r on r.id = i.reporte
        where r.servicio = ? and r.radicado = ? order by i.numero, i.instante
        """,
        row -> new Intento(row.getInt(1), row.getString(2), row.getBoolean(3)),
        hecho.servicio().nombre(),
        hecho.radicado());
  }

  /** How many reports of a service are in this state. */
  public long cuantos(ServicioSat servicio, EstadoReporte estado) {
    return numero(
        "select count(*) from reporte where servicio = ? and estado = ?",
        servicio.nombre(),
        estado.name());
  }

  /** The code of a service's gate, empty while it is open. */
  public String puerta(ServicioSat servicio) {
    return filas(
            "select coalesce(puerta, '') from despacho where servicio = ?",
            row -> row.getString(1),
            servicio.nombre())
        .getFirst();
  }

  public long numero(String sql, Object... values) {
    return filas(sql, row -> row.getLong(1), values).getFirst();
  }

  /** Reads a row's columns. */
  @FunctionalInterface
  public interface Lector<T> {
    T leer(ResultSet row) throws SQLException;
  }

  public <T> List<T> filas(String sql, Lector<T> lector, Object... values) {
    try {
      return database.transaction(
          connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
              bind(select, values);
              try (ResultSet row = select.executeQuery()) {
                List<T> filas = new ArrayList<>();
                while (row.next()) {
                  filas.add(lector.leer(row));
                }
                return filas;
              }
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void ejecutar(String sql, Object... values) {
    try {
      database.transaction(
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
              bind(statement, values);
              return statement.execute();
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Waits until the assertions hold. */
  public static void hasta(ThrowingRunnable assertions) {
    esperando().untilAsserted(assertions);
  }

  private static ConditionFactory esperando() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(25));
  }
}
