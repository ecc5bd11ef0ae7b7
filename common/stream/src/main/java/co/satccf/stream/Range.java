package co.satccf.stream;

/**
 * How far one batch moves the stored position of one partition.
 *
 * @param esperado offset the database must hold now; 0 when it holds none
 * @param siguiente offset of the first record after the batch: more than the last record's offset
 *     plus one when transaction markers or purged records follow it, and less than {@code esperado}
 *     only when the topic itself lost records and is read again from its beginning
 */
public record Range(long esperado, long siguiente) {

  /**
   * @throws IllegalArgumentException when an offset is negative
   */
  public Range {
    if (esperado < 0 || siguiente < 0) {
      throw new IllegalArgumentException("negative offset: " + esperado + " -> " + siguiente);
    }
  }
}
