package co.satccf.transmitter.decision;

import co.satccf.transmitter.store.Turnos;
import java.util.Optional;

/**
 * What a move did besides moving its report.
 *
 * @param turno who got the turn of the key, when the report ended
 */
public record Movido(Optional<Turnos.Turno> turno) {
  static final Movido SOLO = new Movido(Optional.empty());
}
