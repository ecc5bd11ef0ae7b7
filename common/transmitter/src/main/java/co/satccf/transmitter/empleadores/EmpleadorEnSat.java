package co.satccf.transmitter.empleadores;

import java.time.Instant;

/**
 * One row of the register.
 *
 * @param empleador reference
 * @param version grows with each change of this employer in this departamento
 */
public record EmpleadorEnSat(
    String empleador, String departamento, Estado estado, long version, Instant desde) {

  /** DESAFILIADO and PERDIDO tell that the employer was in SAT. */
  public enum Estado {
    INCORPORADO,
    DESAFILIADO,
    PERDIDO
  }
}
