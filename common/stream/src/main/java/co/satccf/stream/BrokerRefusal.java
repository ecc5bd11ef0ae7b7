package co.satccf.stream;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a broker that refuses us from one that is away: a wrong password, a certificate that is not
 * trusted, or no right to a topic, group or transactional id. A person has to mend it, so it is
 * asked for seldom: each try costs the broker a handshake, and may count against the account.
 */
public final class BrokerRefusal {

  private BrokerRefusal() {}

  /** Name of the refusal's type, e.g. {@code SaslAuthenticationException}; null when it is none. */
  public static @Nullable String in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
        return cause.getClass().getSimpleName();
      }
    }
    return null;
  }
}
