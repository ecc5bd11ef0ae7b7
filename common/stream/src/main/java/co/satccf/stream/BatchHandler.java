package co.satccf.stream;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Stores what a {@link TopicReader} has read. Called by the reader's one thread.
 *
 * <p>Both methods open a transaction of their own, call {@link
 * Positions#avanzar(java.sql.Connection, Batch)} in it <em>first</em>, so that a reader that has
 * lost the partition waits and is refused before it writes, then store, then commit. Whatever they
 * throw, nothing may have been committed.
 *
 * <p>They must end well within {@link ReaderConfig#maxPollInterval()}: give the connections a
 * socket or statement timeout.
 */
public interface BatchHandler {

  /**
   * Stores all records of the batch and advances its positions, or neither.
   *
   * @throws StalePositionException when another reader has moved a position; the batch is dropped
   *     and read again from the stored position
   * @throws Exception that {@link DatabaseFailure} holds for a failure of the database: the batch
   *     is read again later; any other: the batch is halved until the culprit stands alone
   */
  void store(Batch batch) throws Exception;

  /**
   * Stores the one record of the batch as unreadable and advances its position, or neither. The
   * record must be taken as bytes: nothing about it can be relied on. The cause's message may quote
   * the record; keep its type, never its text.
   *
   * @param single a batch of exactly one record
   * @param cause what {@link #store} threw for it
   * @throws Exception when not even this can be stored; it is tried again for ever, never skipped
   */
  void quarantine(Batch single, Exception cause) throws Exception;

  /**
   * Notes that the topic no longer had what was to be read next; then reading goes on from its
   * beginning.
   *
   * @param places the stored position of each partition concerned; 0 where none was stored
   * @throws Exception when it cannot be noted now; nothing is read until it is
   */
  default void missed(Map<TopicPartition, Long> places) throws Exception {}
}
