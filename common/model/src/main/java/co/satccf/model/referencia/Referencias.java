package co.satccf.model.referencia;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * References that stand for a document in rows, topics, logs and metrics: HMAC-SHA-256 under a key
 * of its own, prefixed by the key's id. The same person as employer, as worker and as
 * representative has three unrelated references. All documents can be enumerated once the key is
 * known: guard it as such.
 *
 * <p>Safe for use by many threads at once.
 */
public final class Referencias {
  /** Length of the key in bytes: 256 bits. */
  public static final int BYTES_DE_CLAVE = 32;

  private static final Pattern ID_CLAVE = Pattern.compile("[a-z0-9]{1,8}");
  private static final String ALGORITMO = "HmacSHA256";

  private final String prefijo;
  private final Mac prototipo;

  /**
   * @param idClave 1 to 8 lower-case letters or digits, for example {@code k1}
   * @param clave256 32 bytes; copied
   * @throws IllegalArgumentException when either has another shape; the message has no key material
   */
  public Referencias(String idClave, byte[] clave256) {
    if (!ID_CLAVE.matcher(idClave).matches()) {
      throw new IllegalArgumentException(
          "Key id must be 1 to 8 lower-case letters or digits: " + idClave);
    }
    if (clave256.length != BYTES_DE_CLAVE) {
      throw new IllegalArgumentException(
          "Reference key must have 32 bytes, it has " + clave256.length);
    }
    this.prefijo = idClave + ":";
    this.prototipo = mac(clave256);
  }

  /** Reference of an employer; a blank serial counts as "0". */
  public String empleador(String tipo, String numero, String serial) {
    return referencia("empleador", tipo, numero, serial.isBlank() ? "0" : serial);
  }

  /** Reference of a worker. */
  public String trabajador(String tipo, String numero) {
    return referencia("trabajador", tipo, numero);
  }

  /** Reference of an employer's legal representative. */
  public String representante(String tipo, String numero) {
    return referencia("representante", tipo, numero);
  }

  /**
   * 32 bytes by which content is known again. An unkeyed hash would tell it: of a report all but
   * the document can be guessed, and the documents are few enough to try.
   */
  public byte[] huella(byte[] contenido) {
    var mac = copia();
    agregar(mac, "contenido");
    return mac.doFinal(contenido);
  }

  private String referencia(String dominio, String... partes) {
    var mac = copia();
    agregar(mac, dominio);
    for (var parte : partes) {
      agregar(mac, parte.strip().toUpperCase(Locale.ROOT));
    }
    return prefijo + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
  }

  // The length before each part keeps ("1", "23") and ("12", "3") apart.
  private static void agregar(Mac mac, String parte) {
    byte[] bytes = parte.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    mac.update(bytes);
  }

  // A copy costs far less than a Mac per virtual thread, and needs no lock.
  private Mac copia() {
    try {
      return (Mac) prototipo.clone();
    } catch (CloneNotSupportedException imposible) {
      throw new IllegalStateException("The platform's HmacSHA256 cannot be cloned", imposible);
    }
  }

  private static Mac mac(byte[] clave) {
    try {
      var mac = Mac.getInstance(ALGORITMO);
      mac.init(new SecretKeySpec(clave, ALGORITMO));
      return mac;
    } catch (GeneralSecurityException imposible) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", imposible);
    }
  }
}
