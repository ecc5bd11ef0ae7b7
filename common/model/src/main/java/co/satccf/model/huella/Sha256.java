package co.satccf.model.huella;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {

  private Sha256() {}

  /** For what comes in parts; not safe for use by several threads. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** 32 bytes. */
  public static byte[] de(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** Of the text's UTF-8 bytes, in 64 lower-case hexadecimal digits. */
  public static String hex(String texto) {
    return hex(texto.getBytes(StandardCharsets.UTF_8));
  }

  /** In 64 lower-case hexadecimal digits. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(de(bytes));
  }
}
