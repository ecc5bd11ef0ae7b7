package co.satccf.token.vigente;

import co.satccf.model.ServicioSat;
import co.satccf.model.huella.Sha256;
import java.time.Duration;
import java.time.Instant;

/**
 * A token of one service as this replica knows it; its times are on this replica's own clock, which
 * only ever counts what has passed since the database told them.
 *
 * @param token goes to nobody but a transmitter
 * @param huella first 16 hexadecimal digits of its SHA-256, safe to log
 * @param pedido when the request that brought it began
 * @param renovarDesde from here on a renewal is due while this token still serves
 * @param vigenteHasta from here on it is handed out no more
 */
public record TokenVigente(
    ServicioSat servicio,
    String token,
    String huella,
    Instant pedido,
    Instant renovarDesde,
    Instant vigenteHasta) {

  /** While a renewal is due, callers come back this soon for the new token. */
  private static final Duration VOLVER_PRONTO = Duration.ofSeconds(5);

  private static final int DIGITOS_DE_LA_HUELLA = 16;

  public boolean vive(Instant ahora) {
    return ahora.isBefore(vigenteHasta);
  }

  public boolean porRenovar(Instant ahora) {
    return !ahora.isBefore(renovarDesde);
  }

  /**
   * Whole seconds, never negative, during which the caller may use it without asking again: until a
   * renewal is due, and then in short steps, so that nobody misses the new token.
   */
  public long segundosRestantes(Instant ahora) {
    Duration hastaElFin = Duration.between(ahora, vigenteHasta);
    Duration usable =
        porRenovar(ahora)
            ? hastaElFin.compareTo(VOLVER_PRONTO) < 0 ? hastaElFin : VOLVER_PRONTO
            : Duration.between(ahora, renovarDesde);
    return Math.max(0, usable.toSeconds());
  }

  /** First 16 hexadecimal digits of the SHA-256 of the token's UTF-8 bytes. */
  public static String huella(String token) {
    return Sha256.hex(token).substring(0, DIGITOS_DE_LA_HUELLA);
  }

  @Override
  public String toString() {
    return "TokenVigente[servicio=%s, huella=%s, vigenteHasta=%s]"
        .formatted(servicio.nombre(), huella, vigenteHasta);
  }
}
