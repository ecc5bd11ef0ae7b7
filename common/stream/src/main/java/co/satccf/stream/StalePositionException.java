package co.satccf.stream;

import org.apache.kafka.common.TopicPartition;

/** The stored position is not the one this reader left: another reader owns the partition now. */
public final class StalePositionException extends Exception {

  private static final long serialVersionUID = 1L;

  StalePositionException(TopicPartition partition, Range range) {
    super(
        partition
            + " is no longer at "
            + range.esperado()
            + ", so it is not moved to "
            + range.siguiente());
  }
}
