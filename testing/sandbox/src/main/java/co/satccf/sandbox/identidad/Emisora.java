package co.satccf.sandbox.identidad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs tokens (RS256) with a key of its own, and publishes the public half. */
public final class Emisora {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String nombre;
  private final KeyPair par;
  private final String kid;

  private Emisora(String nombre, KeyPair par) {
    this.nombre = nombre;
    this.par = par;
    this.kid = UUID.nameUUIDFromBytes(par.getPublic().getEncoded()).toString();
  }

  /**
   * With a new key.
   *
   * @param nombre what its tokens say in {@code iss}
   */
  public static Emisora nueva(String nombre) {
    try {
      KeyPairGenerator generador = KeyPairGenerator.getInstance("RSA");
      generador.initialize(2_048);
      return new Emisora(nombre, generador.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same issuer in another class loader. */
  static Emisora con(String nombre, String secreta) {
    try {
      KeyFactory fabrica = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey privada =
          (RSAPrivateCrtKey)
              fabrica.generatePrivate(
                  new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(secreta)));
      return new Emisora(
          nombre,
          new KeyPair(
              fabrica.generatePublic(
                  new RSAPublicKeySpec(privada.getModulus(), privada.getPublicExponent())),
              privada));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String secreta() {
    return BASE64.encodeToString(par.getPrivate().getEncoded());
  }

  public String nombre() {
    return nombre;
  }

  String kid() {
    return kid;
  }

  RSAPublicKey publica() {
    return (RSAPublicKey) par.getPublic();
  }

  /** The JSON Web Key Set that verifies its tokens. */
  public String llaves() {
    return json(
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "kid",
                    kid,
                    "n",
                    n(),
                    "e",
                    sinSigno(publica().getPublicExponent())))));
  }

  /** The modulus, as key sets write it. */
  String n() {
    return sinSigno(publica().getModulus());
  }

  /** A signed token with these claims, whatever they say. */
  String firmar(Map<String, Object> claims) {
    return firmar(Map.of("alg", "RS256", "typ", "JWT", "kid", kid), claims);
  }

  String firmar(Map<String, Object> cabecera, Map<String, Object> claims) {
    String contenido = partes(cabecera, claims);
    try {
      Signature firma = Signature.getInstance("SHA256withRSA");
      firma.initSign(par.getPrivate());
      firma.update(contenido.getBytes(StandardCharsets.US_ASCII));
      return contenido + "." + BASE64.encodeToString(firma.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Header and claims as they are signed. */
  static String partes(Map<String, Object> cabecera, Map<String, Object> claims) {
    return codificada(json(cabecera)) + "." + codificada(json(claims));
  }

  static String codificada(String texto) {
    return BASE64.encodeToString(texto.getBytes(StandardCharsets.UTF_8));
  }

  private static String sinSigno(BigInteger numero) {
    byte[] bytes = numero.toByteArray();
    int desde = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, desde, bytes.length));
  }

  static String json(Object valor) {
    try {
      return JSON.writeValueAsString(valor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
