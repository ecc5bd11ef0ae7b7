package co.satccf.stream;

/** What a {@link TopicReader} is doing. When more than one is true, the first of these is told. */
public enum ReaderState {
  /** Not started, closed, or its thread has died: see the status' reason. */
  STOPPED,
  /**
   * One record can be neither stored nor quarantined, or reading itself fails; it is tried again
   * for ever.
   */
  STUCK,
  /** The database does not answer or refuses to work; nothing is read meanwhile. */
  DATABASE_AWAY,
  /** Kafka refuses password, certificate or right; a person mends it, and it is asked seldom. */
  BROKER_REFUSES,
  /** No answer from Kafka, or a topic does not exist yet. */
  BROKER_AWAY,
  /** Reading, or waiting for records. */
  RUNNING
}
