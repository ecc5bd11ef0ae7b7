package co.satccf.transmitter.token;

import java.time.Duration;

/**
 * A bearer token of one SAT service as this process holds it.
 *
 * @param huella fingerprint, safe to store and to log
 * @param vigenteHasta end of its life on this process's monotonic clock, in nanoseconds
 */
public record TokenSat(String token, String huella, long vigenteHasta) {

  boolean alive() {
    return vigenteHasta - System.nanoTime() > 0;
  }

  static TokenSat of(String token, String huella, Duration restante, long pedidoEn) {
    return new TokenSat(token, huella, pedidoEn + restante.toNanos());
  }

  @Override
  public String toString() {
    return "TokenSat[huella=" + huella + "]";
  }
}
