package co.satccf.token.vigente;

import co.satccf.model.ServicioSat;
import co.satccf.model.huella.Sha256;
import java.time.Duration;
import java.time.Instant;

/**
 * A token of one service and the times that rule its use.
 *
 * @param token goes to nobody but a transmitter
 * @param huella first 16 hexadecimal digits of its SHA-256, safe to log
 * @param pedido when the request that brought it began; its life counts from here (rule 17)
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

  /** Life of a token, whatever the answer says (MinSalud, SAT protocol of 14-Jul-2021). */
  public static final Duration VIDA_MAXIMA = Duration.ofMinutes(20);

  /** While a renewal is due, callers come back this soon for the new token. */
  private static final Duration VOLVER_PRONTO = Duration.ofSeconds(5);

  private static final int DIGITOS_DE_LA_HUELLA = 16;
  private static final int PARTE_DE_LA_VIDA = 4;

  /**
   * @param vida as the Ministry told it, more than zero; cut to 20 minutes
   * @param margen not used in the last part of its life, at most a quarter of it
   * @param anticipacion renewed this long before that, at most a quarter of its life
   */
  public static TokenVigente concedido(
      ServicioSat servicio,
      String token,
      Instant pedido,
      Duration vida,
      Duration margen,
      Duration anticipacion) {
    Duration cierta = menor(vida, VIDA_MAXIMA);
    // A token of a short life would else be spent before its first use and asked for without end.
    Duration parte = cierta.dividedBy(PARTE_DE_LA_VIDA);
    Instant hasta = pedido.plus(cierta).minus(menor(margen, parte));
    Instant renovar = hasta.minus(menor(anticipacion, parte));
    return new TokenVigente(servicio, token, huella(token), pedido, renovar, hasta);
  }

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
    Duration usable =
        porRenovar(ahora)
            ? menor(Duration.between(ahora, vigenteHasta), VOLVER_PRONTO)
            : Duration.between(ahora, renovarDesde);
    return Math.max(0, usable.toSeconds());
  }

  /** First 16 hexadecimal digits of the SHA-256 of the token's UTF-8 bytes. */
  public static String huella(String token) {
    return Sha256.hex(token).substring(0, DIGITOS_DE_LA_HUELLA);
  }

  private static Duration menor(Duration una, Duration otra) {
    return una.compareTo(otra) < 0 ? una : otra;
  }

  @Override
  public String toString() {
    return "TokenVigente[servicio=%s, huella=%s, vigenteHasta=%s]"
        .formatted(servicio.nombre(), huella, vigenteHasta);
  }
}
