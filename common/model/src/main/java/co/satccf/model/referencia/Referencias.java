package co.satccf.model.referencia;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * References stand for documents outside the encrypted bodies: HMAC-SHA-256 with a key of its own, in separate domains
 * for employers and workers. Whoever has the key can enumerate all documents: guard it as such.
 */
public final class Referencias {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final String prefix;
  private final SecretKeySpec clave;
  private final ThreadLocal<Mac> macs;

  /**
   * @param idClave names the key, so that it can be changed; letters and digits
   * @param clave256 exactly 32 bytes
   * @throws IllegalArgumentException when one of the two is not so
   */
  public Referencias(String idClave, byte[] clave256) {
    if (!idClave.matches("[a-z0-9]{1,8}")) {
      throw new IllegalArgumentException("key id '" + idClave + "': expected 1 to 8 lowercase letters and digits");
    }
    if (clave256.length != KEY_BYTES) {
      throw new IllegalArgumentException("reference key of " + clave256.length + " bytes: expected " + KEY_BYTES);
    }
    this.prefix = idClave + ":";
    this.clave = new SecretKeySpec(clave256, ALGORITHM);
    this.macs = ThreadLocal.withInitial(this::mac);
  }

  public String empleador(String tipo, String numero, String serial) {
    return reference("empleador", tipo, numero, serial);
  }

  public String trabajador(String tipo, String numero) {
    return reference("trabajador", tipo, numero);
  }

  /** Each part is preceded by its length: ("1", "23") and ("12", "3") differ. */
  private String reference(String domain, String... parts) {
    Mac mac = macs.get();
    update(mac, domain);
    for (String part : parts) {
      update(mac, part.strip().toUpperCase(Locale.ROOT));
    }
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
  }

  private static void update(Mac mac, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    mac.update(bytes);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(clave);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
