package co.satccf.transmitter.dispatch;

import co.satccf.stream.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps each answer in hand until the store has it (rule 6). One that the store refuses although it
 * works is kept with its attempt alone, and a person looks at its report: it must not hold up all
 * others, nor go out again and again.
 */
@ApplicationScoped
class AnswerStore {

  private static final Logger LOG = Logger.getLogger(AnswerStore.class);

  /** So often an answer may be refused before it is set aside: in about two seconds. */
  private static final int REFUSALS = 6;

  private final GroupSettlement groupSettlement;
  private final Settlement settlement;
  private final Metrics metrics;
  private final AtomicInteger inHand = new AtomicInteger();

  AnswerStore(GroupSettlement groupSettlement, Settlement settlement, Metrics metrics) {
    this.groupSettlement = groupSettlement;
    this.settlement = settlement;
    this.metrics = metrics;
  }

  /** Whether an answer could not be stored yet: nothing new is to be claimed. */
  boolean behind() {
    return inHand.get() > 0;
  }

  /**
   * Returns when the store has the answer. One that could not be stored in company goes on by
   * itself: it may be the one at fault, or not.
   */
  void store(Desenlace desenlace) throws InterruptedException {
    try {
      groupSettlement.settle(desenlace);
    } catch (SQLException | RuntimeException failure) {
      tell("settlement_waits", desenlace, failure);
      inHand.incrementAndGet();
      try {
        storeAlone(desenlace);
      } finally {
        inHand.decrementAndGet();
      }
    }
  }

  private void storeAlone(Desenlace desenlace) throws InterruptedException {
    int refusals = 0;
    for (int failures = 0; ; failures++) {
      try {
        settlement.settle(List.of(desenlace));
        return;
      } catch (SQLException | RuntimeException | Error failure) {
        LOG.debug("settlement failure", failure);
        refusals += DatabaseFailure.is(failure) ? 0 : 1;
        if (refusals >= REFUSALS && setAside(desenlace, failure)) {
          return;
        }
        Thread.sleep(Math.min(2_000L, 50L << Math.min(failures, 6)));
      }
    }
  }

  /**
   * @return whether the store has at least the attempt
   */
  private boolean setAside(Desenlace desenlace, Throwable refused) {
    try {
      settlement.settle(List.of(desenlace.apartado()));
      metrics.setAside(desenlace.servicio());
      tell("answer_set_aside", desenlace, refused);
      return true;
    } catch (SQLException | RuntimeException failure) {
      LOG.debug("attempt failure", failure);
      return false;
    }
  }

  private static void tell(String event, Desenlace desenlace, Throwable cause) {
    LOG.errorf(
        "event=%s reporte=%d intento=%d cause=%s",
        event,
        desenlace.reclamado().id(),
        desenlace.reclamado().intento(),
        DatabaseFailure.describe(cause));
    LOG.debug(event, cause);
  }
}
