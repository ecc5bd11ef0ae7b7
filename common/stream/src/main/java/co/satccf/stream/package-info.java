/**
 * Reads Kafka topics with the offsets kept in the database, in the transaction of what was read.
 *
 * <p>{@link co.satccf.stream.TopicReader} polls, a {@link co.satccf.stream.BatchHandler} stores,
 * and {@link co.satccf.stream.Positions} fences.
 */
@NullMarked
package co.satccf.stream;

import org.jspecify.annotations.NullMarked;
