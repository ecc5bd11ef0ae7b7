package co.satccf.stream;

import java.time.Instant;
import java.util.List;

/**
 * How a {@link TopicReader} is, for health checks.
 *
 * @param state the gravest of what is true now
 * @param since when this state began
 * @param reason type and code of what happened, never a message that could quote data; "" when
 *     running
 * @param all every state that is true now, for a health check that names all that is missing
 */
public record ReaderStatus(
    ReaderState state, Instant since, String reason, List<ReaderState> all) {}
