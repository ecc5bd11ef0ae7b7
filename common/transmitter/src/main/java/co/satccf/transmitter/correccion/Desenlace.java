package co.satccf.transmitter.correccion;

import org.jspecify.annotations.Nullable;

/**
 * What became of a correction.
 *
 * @param estado as in the table {@code correccion}
 * @param motivo why it is not applied, for an operator; null when it is
 */
record Desenlace(String estado, @Nullable String motivo) {

  static final Desenlace EN_ESPERA = new Desenlace("EN_ESPERA", null);
  static final Desenlace APLICADA = new Desenlace("APLICADA", null);

  /** The operator's tray: SAT knows no annulment, a person decides. */
  static Desenlace enBandeja(String motivo) {
    return new Desenlace("EN_BANDEJA", motivo);
  }

  static Desenlace rechazada(String motivo) {
    return new Desenlace("RECHAZADA", motivo);
  }
}
