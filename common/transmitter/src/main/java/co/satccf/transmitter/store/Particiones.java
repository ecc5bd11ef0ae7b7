package co.satccf.transmitter.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps the monthly partitions of {@code intento} three months ahead: without the one of the month
 * no answer could be stored. Every replica does it; the database lets one at a time.
 */
@ApplicationScoped
public class Particiones {

  private static final Logger LOG = Logger.getLogger(Particiones.class);
  private static final int BEFORE_THE_MACHINERY = 1;

  private final Database database;

  /** The gauge's value, held here because the registry only holds it weakly. */
  private final AtomicInteger nextMonth;

  Particiones(Database database, MeterRegistry metrics) {
    this.database = database;
    this.nextMonth = metrics.gauge("sat.particion.siguiente", new AtomicInteger());
  }

  void start(@Observes @Priority(BEFORE_THE_MACHINERY) StartupEvent event) {
    scheduled();
  }

  @Scheduled(
      every = "${sat.particiones}",
      delayed = "${sat.particiones}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    try {
      ensure();
    } catch (SQLException | RuntimeException away) {
      LOG.errorf("event=partitions_wait cause=%s", away.getClass().getSimpleName());
      LOG.debug("partitions failure", away);
      nextMonth.set(0);
    }
  }

  /** Creates what is missing of this month and the next three. */
  void ensure() throws SQLException {
    nextMonth.set(database.transaction(Particiones::ensure) ? 1 : 0);
  }

  /** Whether the partition of next month was there when it was last looked for. */
  public boolean siguienteMes() {
    return nextMonth.get() == 1;
  }

  private static boolean ensure(Connection connection) throws SQLException {
    try (PreparedStatement create =
        connection.prepareStatement("select asegurar_particiones_de_intento()")) {
      create.execute();
    }
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select to_regclass('intento_' || to_char(date_trunc('month', now()) + interval '1 month', 'YYYYMM'))
                  is not null
                """);
        ResultSet row = select.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
