package co.satccf.model.cifrado;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.cifrado.NoDescifrableException.Motivo;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of the ring; what encrypts and what hashes are keys derived from it, each its own. */
final class Llave {

  /** AES-256. */
  static final int BYTES = 32;

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom AZAR = new SecureRandom();

  private final String id;
  private final SecretKeySpec raiz;
  private final SecretKeySpec aes;

  /** To be used again: virtual threads are too many, and too short, to have one each. */
  private final Queue<Cipher> ociosos = new ConcurrentLinkedQueue<>();

  /**
   * @param bytes exactly {@value #BYTES}
   */
  Llave(String id, byte[] bytes) {
    this.id = id;
    this.raiz = new SecretKeySpec(bytes, HMAC);
    this.aes = new SecretKeySpec(hmac(raiz, "sat-ccf cifrado".getBytes(UTF_8)), "AES");
  }

  String id() {
    return id;
  }

  Cifrado cifrar(byte[] claro, String lugar) {
    byte[] nonce = new byte[NONCE];
    AZAR.nextBytes(nonce);
    byte[] bytes = new byte[NONCE + claro.length + TAG];
    System.arraycopy(nonce, 0, bytes, 0, NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, bytes, lugar);
      cipher.doFinal(claro, 0, claro.length, bytes, NONCE);
      ociosos.add(cipher);
      return new Cifrado(id, bytes);
    } catch (GeneralSecurityException everyJdkCan) {
      throw new IllegalStateException(everyJdkCan);
    }
  }

  byte[] descifrar(byte[] bytes, String lugar) throws NoDescifrableException {
    if (bytes.length < NONCE + TAG) {
      throw new NoDescifrableException(Motivo.ALTERADO, id);
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, bytes, lugar);
      byte[] claro = cipher.doFinal(bytes, NONCE, bytes.length - NONCE);
      ociosos.add(cipher);
      return claro;
    } catch (AEADBadTagException altered) {
      throw new NoDescifrableException(Motivo.ALTERADO, id);
    } catch (GeneralSecurityException everyJdkCan) {
      throw new IllegalStateException(everyJdkCan);
    }
  }

  /**
   * @param bytes begin with the nonce
   */
  private Cipher cipher(int modo, byte[] bytes, String lugar) throws GeneralSecurityException {
    Cipher ocioso = ociosos.poll();
    Cipher cipher = ocioso == null ? Cipher.getInstance("AES/GCM/NoPadding") : ocioso;
    cipher.init(modo, aes, new GCMParameterSpec(TAG * Byte.SIZE, bytes, 0, NONCE));
    cipher.updateAAD(lugar.getBytes(UTF_8));
    return cipher;
  }

  /** {@code id:} and 43 characters of base64url. */
  String huella(String dominio, byte[] dato) {
    byte[] suya = hmac(raiz, ("sat-ccf huella " + dominio).getBytes(UTF_8));
    byte[] huella = hmac(new SecretKeySpec(suya, HMAC), dato);
    return id + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(huella);
  }

  private static byte[] hmac(SecretKeySpec clave, byte[] dato) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(clave);
      return mac.doFinal(dato);
    } catch (GeneralSecurityException everyJdkCan) {
      throw new IllegalStateException(everyJdkCan);
    }
  }
}
