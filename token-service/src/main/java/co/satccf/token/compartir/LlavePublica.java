package co.satccf.token.compartir;

import static java.nio.charset.StandardCharsets.US_ASCII;

import co.satccf.token.solicitud.Objecion;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public key or a certificate, written anew as PEM: nothing else that was pasted is kept. */
@Schema(description = "Una llave pública o un certificado")
record LlavePublica(
    @Schema(examples = "Certificado RSA de 2048 bits") String tipo,
    @Schema(description = "SHA-256 de su forma binaria, en hexadecimal") String huella,
    @Schema(description = "Hasta cuándo vale el certificado") @Nullable Instant hasta,
    String pem) {

  private static final Pattern BLOQUE =
      Pattern.compile(
          "-----BEGIN (CERTIFICATE|PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
  private static final Base64.Encoder LINEAS = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
  private static final List<String> ALGORITMOS = List.of("RSA", "EC", "Ed25519");

  /**
   * @throws Objecion when it is neither, or a private key; never quotes it
   */
  static LlavePublica leer(String campo, String texto) {
    if (texto.contains("PRIVATE KEY")) {
      throw Objecion.dato(
          campo, "es una clave privada; aquí va solo la pública. No se guardó, pero cámbiela");
    }
    Matcher bloque = BLOQUE.matcher(texto);
    if (!bloque.find()) {
      throw Objecion.dato(
          campo, "se espera PEM: -----BEGIN PUBLIC KEY----- o -----BEGIN CERTIFICATE-----");
    }
    try {
      byte[] binaria = Base64.getMimeDecoder().decode(bloque.group(2));
      return bloque.group(1).equals("CERTIFICATE")
          ? certificado(binaria)
          : de("Llave", llave(binaria), binaria, null, bloque.group(1));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw Objecion.dato(campo, "el bloque PEM no contiene una llave pública ni un certificado");
    }
  }

  private static LlavePublica certificado(byte[] binario) throws CertificateException {
    X509Certificate certificado =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(binario));
    return de(
        "Certificado",
        certificado.getPublicKey(),
        certificado.getEncoded(),
        certificado.getNotAfter().toInstant(),
        "CERTIFICATE");
  }

  private static PublicKey llave(byte[] binaria) throws GeneralSecurityException {
    for (String algoritmo : ALGORITMOS) {
      try {
        return KeyFactory.getInstance(algoritmo).generatePublic(new X509EncodedKeySpec(binaria));
      } catch (GeneralSecurityException another) {
        // The next one may read it.
      }
    }
    throw new GeneralSecurityException("no algorithm reads it");
  }

  private static LlavePublica de(
      String que, PublicKey llave, byte[] binaria, @Nullable Instant hasta, String bloque) {
    String tamano =
        switch (llave) {
          case RSAPublicKey rsa -> " de %d bits".formatted(rsa.getModulus().bitLength());
          case ECPublicKey ec ->
              " de %d bits".formatted(ec.getParams().getCurve().getField().getFieldSize());
          default -> "";
        };
    return new LlavePublica(
        "%s %s%s".formatted(que, llave.getAlgorithm(), tamano),
        huella(binaria),
        hasta,
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(bloque, LINEAS.encodeToString(binaria)));
  }

  /** SHA-256 of a certificate, as browsers show it, without colons. */
  static String huella(X509Certificate certificado) throws CertificateEncodingException {
    return huella(certificado.getEncoded());
  }

  private static String huella(byte[] binaria) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(binaria));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
