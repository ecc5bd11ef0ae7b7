package co.satccf.transmitter.restauracion;

import co.satccf.stream.Batch;
import co.satccf.stream.BatchHandler;
import co.satccf.transmitter.store.Database;
import java.sql.SQLException;

/**
 * Intake while outcomes wait for their reports: one event at a time, and what its report had become
 * before the next one is looked at. So an event meets the reports as it met them the first time.
 */
final class IntakeEnRestauracion implements BatchHandler {

  private final BatchHandler intake;
  private final Restauracion restauracion;
  private final Reaplicacion reaplicacion;
  private final Database database;

  IntakeEnRestauracion(
      BatchHandler intake,
      Restauracion restauracion,
      Reaplicacion reaplicacion,
      Database database) {
    this.intake = intake;
    this.restauracion = restauracion;
    this.reaplicacion = reaplicacion;
    this.database = database;
  }

  @Override
  public void store(Batch batch) throws Exception {
    if (!restauracion.reaplicando()) {
      intake.store(batch);
    } else if (batch.records().size() > 1) {
      Batch.Halves halves = batch.halves();
      store(halves.first());
      store(halves.second());
    } else {
      long despues = ultimoReporte();
      intake.store(batch);
      reaplicacion.aplicarDespuesDe(despues);
    }
  }

  private long ultimoReporte() throws SQLException {
    return database.transaction(RestauracionStatements::ultimoReporte);
  }

  @Override
  public void quarantine(Batch single, Exception cause) throws Exception {
    intake.quarantine(single, cause);
  }
}
