package co.satccf.transmitter.reception;

import co.satccf.model.cifrado.Cifrado;

/**
 * A wire body.
 *
 * @param claro UTF-8, exactly as it is sent
 * @param huella keyed hash of it
 * @param primero encrypted as the first version of its report
 */
public record Cuerpo(byte[] claro, byte[] huella, Cifrado primero) {

  @Override
  public String toString() {
    return "Cuerpo[bytes=%d]".formatted(claro.length);
  }
}
