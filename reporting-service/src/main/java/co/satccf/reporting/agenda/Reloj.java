package co.satccf.reporting.agenda;

import co.satccf.reporting.correo.Cartero;
import co.satccf.reporting.informes.Confeccion;
import co.satccf.reporting.informes.MedidoresDeInformes;
import co.satccf.reporting.resultados.Saltos;
import co.satccf.stream.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Moves every report one step on, again and again, in every replica. */
@Singleton
class Reloj {

  private static final Logger LOG = Logger.getLogger(Reloj.class);

  private final Agenda agenda;
  private final Confeccion confeccion;
  private final Cartero cartero;
  private final MedidoresDeInformes medidores;
  private final Saltos saltos;

  Reloj(
      Agenda agenda,
      Confeccion confeccion,
      Cartero cartero,
      MedidoresDeInformes medidores,
      Saltos saltos) {
    this.agenda = agenda;
    this.confeccion = confeccion;
    this.cartero = cartero;
    this.medidores = medidores;
    this.saltos = saltos;
  }

  private interface Step {
    void run() throws SQLException;
  }

  @Scheduled(
      every = "${sat.informes.revision:PT30S}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void andar() {
    step("schedule", agenda::seguir);
    step("make", confeccion::hacerLoQueHaya);
    step("mail", cartero::enviarLoQueHaya);
    step("measure", medidores::medir);
    step("gaps", saltos::medir);
  }

  /** One that fails must not keep the others from theirs; it is tried again at the next round. */
  private static void step(String name, Step step) {
    try {
      step.run();
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf(
          "event=report_step_failed step=%s cause=%s", name, DatabaseFailure.describe(failure));
    }
  }
}
