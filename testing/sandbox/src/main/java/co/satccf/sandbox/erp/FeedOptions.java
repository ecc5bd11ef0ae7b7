package co.satccf.sandbox.erp;

import java.time.Instant;

/**
 * What a feed is made from; equal options make equal bytes.
 *
 * @param eventos number of lines, 1 or more
 * @param semilla 0 to 9,999,999,999; part of every radicado and id, so that two seeds never collide
 * @param base instant of the first event
 */
public record FeedOptions(int eventos, long semilla, Instant base) {

  /** Tuesday after go-live, 08:00 in Bogotá: day-to-day facts and all classes of backlog meet. */
  public static final Instant BASE = Instant.parse("2021-08-17T13:00:00Z");

  public FeedOptions {
    if (eventos < 1) {
      throw new IllegalArgumentException("eventos must be 1 or more: " + eventos);
    }
    if (semilla < 0 || semilla > 9_999_999_999L) {
      throw new IllegalArgumentException("semilla must be 0 to 9,999,999,999: " + semilla);
    }
  }

  public FeedOptions(int eventos, long semilla) {
    this(eventos, semilla, BASE);
  }
}
