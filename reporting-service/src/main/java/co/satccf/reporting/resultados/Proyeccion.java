package co.satccf.reporting.resultados;

import co.satccf.stream.Batch;
import co.satccf.stream.BatchHandler;
import co.satccf.stream.DatabaseFailure;
import co.satccf.stream.Positions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/** Stores each batch of outcomes and the place reached in one transaction. */
@Singleton
final class Proyeccion implements BatchHandler {

  private final DataSource database;
  private final Clock clock;
  private final Metricas metricas;
  private final Saltos saltos;
  private final LectorResultados lector = new LectorResultados();

  Proyeccion(DataSource database, Clock clock, Metricas metricas, Saltos saltos) {
    this.database = database;
    this.clock = clock;
    this.metricas = metricas;
    this.saltos = saltos;
  }

  @Override
  public void store(Batch batch) throws Exception {
    guardar(batch, Lote.de(batch, lector));
  }

  @Override
  public void quarantine(Batch single, Exception cause) throws Exception {
    var record = single.records().getFirst();
    var motivo = "no se pudo guardar: " + DatabaseFailure.describe(cause);
    var descartado =
        new Lote.Descartado(record.topic(), record.partition(), record.offset(), motivo);
    guardar(single, new Lote(List.of(), List.of(), List.of(), List.of(descartado), 0));
  }

  @Override
  public void missed(Map<TopicPartition, Long> places) throws Exception {
    saltos.anotar(places);
  }

  private void guardar(Batch batch, Lote lote) throws Exception {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ResultadosStatements.unaALaVez(connection);
        Positions.avanzar(connection, batch);
        var aplicados = ResultadosStatements.aplicar(connection, lote.deReporte());
        ResultadosStatements.recordar(connection, lote.pasos());
        var apartados = ResultadosStatements.apartar(connection, lote.cuarentena());
        var ilegibles =
            ResultadosStatements.descartar(connection, lote.ilegibles(), clock.instant());
        connection.commit();
        metricas.contar(lote, aplicados, apartados, ilegibles);
      } catch (Throwable failure) {
        // Going back to the pool with autocommit on would commit what was done so far.
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  private static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failure.addSuppressed(gone);
    }
  }
}
