package co.satccf.token.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The one token of a ClientID.
 *
 * @param huella first 16 hexadecimal digits of its SHA-256: names it where the token itself must
 *     not stand
 * @param pedido start of the request that brought it; its life is counted from here
 * @param vence when it is not given out any more
 */
public record TokenVivo(String token, String huella, Instant pedido, Instant vence) {

  private static final int FINGERPRINT = 16;

  static TokenVivo de(String token, Instant pedido, Instant vence) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new TokenVivo(
          token, HexFormat.of().formatHex(hash).substring(0, FINGERPRINT), pedido, vence);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  boolean vive(Instant ahora) {
    return ahora.isBefore(vence);
  }

  public Duration restante(Instant ahora) {
    return Duration.between(ahora, vence);
  }

  @Override
  public String toString() {
    return "TokenVivo[huella=" + huella + ", vence=" + vence + "]";
  }
}
