package co.satccf.token.renewal;

import co.satccf.token.secretos.Credencial;
import co.satccf.token.vigente.TokenVigente;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replica makes of a look at the fleet.
 *
 * @param token may be handed out now
 * @param falta why there is none, when there is none
 * @param pausa why the Ministry is not asked, also while the token still lives
 * @param renovacion what a renewal needs, if one is due and nothing speaks against it
 */
record Vista(
    @Nullable TokenVigente token,
    SinToken falta,
    @Nullable Pausa pausa,
    @Nullable Renovacion renovacion) {

  /**
   * @param vista fingerprint of the token that it would replace
   * @param huellas by which the database knows the credentials, the current key's first
   */
  record Renovacion(@Nullable String vista, Credencial credencial, List<String> huellas) {}

  /** Until a person opens it. */
  static Vista cerrada(Codigo codigo) {
    return sin(SinToken.hastaQueSeAbra(codigo), new Pausa(codigo, Duration.ZERO));
  }

  static Vista sin(SinToken falta, @Nullable Pausa pausa) {
    return new Vista(null, falta, pausa, null);
  }
}
