package co.satccf.transmitter.empleadores;

import co.satccf.stream.Batch;
import co.satccf.stream.BatchHandler;
import co.satccf.stream.Positions;
import co.satccf.stream.StalePositionException;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * A sister service's copy of {@code sat.empleadores}: newer versions win, and who waits for them is
 * woken.
 */
@ApplicationScoped
public class RegisterReader implements BatchHandler {

  private static final Logger LOG = Logger.getLogger(RegisterReader.class);

  private final Database database;
  private final ObjectMapper json;
  private final Signals signals;

  RegisterReader(Database database, ObjectMapper json, Signals signals) {
    this.database = database;
    this.json = json;
    this.signals = signals;
  }

  @Override
  public void store(Batch batch) throws SQLException, StalePositionException, IOException {
    List<EmpleadorEnSat> changes = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
      changes.add(read(record));
    }
    database.transaction(
        connection -> {
          Positions.avanzar(connection, batch);
          if (!changes.isEmpty()) {
            Locks.register(connection, changes.stream().map(EmpleadorEnSat::empleador).toList());
            RegisterStatements.take(connection, changes);
          }
          return true;
        });
    signals.wakeUps();
  }

  private EmpleadorEnSat read(ConsumerRecord<byte[], byte[]> record) throws IOException {
    JsonNode value = json.readTree(record.value());
    return new EmpleadorEnSat(
        value.required("empleador").asText(),
        value.required("departamento").asText(),
        EmpleadorEnSat.Estado.valueOf(value.required("estado").asText()),
        value.required("version").asLong(),
        Instant.parse(value.required("desde").asText()));
  }

  /** Only afiliacion-service writes this topic; what is not its own is passed over and told. */
  @Override
  public void quarantine(Batch single, Exception cause)
      throws SQLException, StalePositionException {
    ConsumerRecord<byte[], byte[]> record = single.records().getFirst();
    LOG.errorf(
        "event=register_record_unreadable topic=%s partition=%d offset=%d cause=%s",
        record.topic(), record.partition(), record.offset(), cause.getClass().getSimpleName());
    database.transaction(
        connection -> {
          Positions.avanzar(connection, single);
          return true;
        });
  }
}
