package co.satccf.afiliacion.registro;

import co.satccf.model.ServicioSat;
import co.satccf.stream.Batch;
import co.satccf.stream.Positions;
import co.satccf.stream.StalePositionException;
import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import co.satccf.transmitter.familia.LectorDeFamilia;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes employers out of the register when novedades-service's loss for grave cause was accepted.
 */
@ApplicationScoped
class CausaGraveReader implements LectorDeFamilia {

  private static final Logger LOG = Logger.getLogger(CausaGraveReader.class);

  /**
   * 1 reports the loss; 2, which lifts or corrects it, leaves the register to an operator (por
   * confirmar).
   */
  private static final String LOSS = "1";

  private final Database database;
  private final ObjectMapper json;
  private final Signals signals;

  CausaGraveReader(Database database, ObjectMapper json, Signals signals) {
    this.database = database;
    this.json = json;
    this.signals = signals;
  }

  private record Perdida(String empleador, String departamento, Instant desde) {}

  @Override
  public String topico() {
    return Topicos.RESULTADOS;
  }

  @Override
  public void store(Batch batch) throws SQLException, StalePositionException, IOException {
    List<Perdida> perdidas = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
      if (mayTellOfOne(record)) {
        read(record, perdidas);
      }
    }
    database.transaction(
        connection -> {
          Positions.avanzar(connection, batch);
          Locks.register(connection, perdidas.stream().map(Perdida::empleador).toList());
          for (Perdida perdida : perdidas) {
            RegistroStatements.changeAsOf(
                connection,
                perdida.empleador(),
                perdida.departamento(),
                EmpleadorEnSat.Estado.PERDIDO,
                perdida.desde());
          }
          return true;
        });
    if (!perdidas.isEmpty()) {
      signals.outbox();
      signals.wakeUps();
    }
  }

  /** The outcomes of every family pass here: hardly any is worth parsing. */
  private static boolean mayTellOfOne(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8)
        .contains(ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE.nombre());
  }

  private void read(ConsumerRecord<byte[], byte[]> record, List<Perdida> perdidas)
      throws IOException {
    JsonNode event = json.readTree(record.value());
    JsonNode data = event.path("data");
    boolean accepted = "co.satccf.resultado.aceptado.v1".equals(event.path("type").asText());
    boolean grave =
        ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE.nombre().equals(data.path("servicio").asText());
    if (accepted && grave && LOSS.equals(data.path("estadoReporte").asText())) {
      perdidas.add(
          new Perdida(
              data.required("empleador").asText(),
              data.required("departamento").asText(),
              Instant.parse(data.required("instante").asText())));
    }
  }

  @Override
  public void quarantine(Batch single, Exception cause)
      throws SQLException, StalePositionException {
    ConsumerRecord<byte[], byte[]> record = single.records().getFirst();
    LOG.errorf(
        "event=outcome_unreadable partition=%d offset=%d cause=%s",
        record.partition(), record.offset(), cause.getClass().getSimpleName());
    database.transaction(
        connection -> {
          Positions.avanzar(connection, single);
          return true;
        });
  }
}
