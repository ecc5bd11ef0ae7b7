package co.satccf.model.cifrado;

/**
 * A value as it may be stored.
 *
 * @param clave id of the key it is under
 * @param bytes nonce of 12 bytes, ciphertext, tag of 16 bytes
 */
public record Cifrado(String clave, byte[] bytes) {

  @Override
  public String toString() {
    return "Cifrado[clave=%s, bytes=%d]".formatted(clave, bytes.length);
  }
}
