package co.satccf.sandbox.identidad;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a door must not open to, each by its name: values of {@code Authorization} that are made
 * from a good token's claims (OWASP, JSON Web Token for Java; RFC 8725).
 */
final class TokensTorcidos {
  private static final Duration VIDA = Duration.ofMinutes(10);

  private final Emisora emisora;
  private final Map<String, Object> buenos;
  private final Map<String, String> torcidos = new LinkedHashMap<>();

  private TokensTorcidos(Emisora emisora, Map<String, Object> buenos) {
    this.emisora = emisora;
    this.buenos = buenos;
  }

  /**
   * @param emisora of the good token
   * @param buenos claims that open the door
   */
  static Map<String, String> de(Emisora emisora, Map<String, Object> buenos) {
    TokensTorcidos todos = new TokensTorcidos(emisora, buenos);
    todos.otraForma();
    todos.otraFirma();
    todos.otroContenido();
    return todos.torcidos;
  }

  private void otraForma() {
    String bueno = emisora.firmar(buenos);
    String[] partes = bueno.split("\\.", -1);
    torcidos.put("nothing after Bearer", "Bearer ");
    torcidos.put(
        "another scheme",
        "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.UTF_8)));
    torcidos.put("no scheme", bueno);
    torcidos.put("no JWT", "Bearer 0123456789abcdef");
    torcidos.put("two tokens", "Bearer " + bueno + " " + bueno);
    torcidos.put("two parts", "Bearer " + partes[0] + "." + partes[1]);
    torcidos.put("five parts", "Bearer " + bueno + ".AAAA.AAAA");
    torcidos.put(
        "no JSON", "Bearer " + Emisora.codificada("x") + "." + partes[1] + "." + partes[2]);
    torcidos.put(
        "claims that are a list",
        "Bearer " + partes[0] + "." + Emisora.codificada("[]") + "." + partes[2]);
  }

  private void otraFirma() {
    String[] partes = emisora.firmar(buenos).split("\\.", -1);
    Map<String, Object> otras = new HashMap<>(buenos);
    otras.put("sub", "system:serviceaccount:sat:otro");
    Map<String, Object> cabecera = Map.of("alg", "RS256", "kid", emisora.kid());
    torcidos.put(
        "signature of other claims", "Bearer " + Emisora.partes(cabecera, otras) + "." + partes[2]);
    torcidos.put("no signature", "Bearer " + partes[0] + "." + partes[1] + ".");
    for (String ninguno : List.of("none", "None", "NONE")) {
      torcidos.put(
          "alg " + ninguno,
          "Bearer " + Emisora.partes(Map.of("alg", ninguno, "kid", emisora.kid()), buenos) + ".");
    }
    torcidos.put("HMAC with the public key", "Bearer " + conHmac(emisora.publica().getEncoded()));
    torcidos.put("HMAC with the public key as PEM", "Bearer " + conHmac(pem()));
    torcidos.put(
        "HMAC with the key set",
        "Bearer " + conHmac(emisora.llaves().getBytes(StandardCharsets.UTF_8)));
    Emisora impostora = Emisora.nueva(emisora.nombre());
    torcidos.put("a key of its own", "Bearer " + impostora.firmar(buenos));
    torcidos.put(
        "a key of its own under our kid",
        "Bearer " + impostora.firmar(Map.of("alg", "RS256", "kid", emisora.kid()), buenos));
    torcidos.put(
        "a key that it brings along",
        "Bearer "
            + impostora.firmar(
                Map.of("alg", "RS256", "jwk", llave(impostora), "jku", "http://127.0.0.1:1/jwks"),
                buenos));
    torcidos.put(
        "a critical header nobody knows",
        "Bearer "
            + emisora.firmar(
                Map.of("alg", "RS256", "kid", emisora.kid(), "crit", List.of("x"), "x", 1),
                buenos));
  }

  private void otroContenido() {
    Instant ahora = Instant.now();
    con("expired", claims -> claims.put("exp", ahora.minusSeconds(60).getEpochSecond()));
    con("not yet valid", claims -> claims.put("nbf", ahora.plusSeconds(300).getEpochSecond()));
    con("without end", claims -> claims.remove("exp"));
    con(
        "an end in a year",
        claims -> claims.put("exp", ahora.plus(Duration.ofDays(365)).getEpochSecond()));
    con("an end that is text", claims -> claims.put("exp", "mañana"));
    con("another audience", claims -> claims.put("aud", List.of("otro-servicio")));
    con("an audience that only begins like ours", claims -> claims.put("aud", primera() + "-x"));
    con("no audience", claims -> claims.remove("aud"));
    con("another issuer", claims -> claims.put("iss", "https://otro.example"));
    con(
        "an issuer that only begins like ours",
        claims -> claims.put("iss", emisora.nombre() + "/x"));
    con("an issuer that is a list", claims -> claims.put("iss", List.of(emisora.nombre())));
    con("no issuer", claims -> claims.remove("iss"));
    con("no subject", claims -> claims.remove("sub"));
  }

  private void con(String nombre, Consumer<Map<String, Object>> cambio) {
    Map<String, Object> claims = new HashMap<>(buenos);
    cambio.accept(claims);
    torcidos.put(nombre, "Bearer " + emisora.firmar(claims));
  }

  private String primera() {
    return ((List<?>) buenos.getOrDefault("aud", List.of())).getFirst().toString();
  }

  private String conHmac(byte[] secreto) {
    String contenido = Emisora.partes(Map.of("alg", "HS256", "kid", emisora.kid()), buenos);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secreto, "HmacSHA256"));
      byte[] sello = mac.doFinal(contenido.getBytes(StandardCharsets.US_ASCII));
      return contenido + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sello);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] pem() {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(emisora.publica().getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Object llave(Emisora emisora) {
    return Map.of("kty", "RSA", "n", emisora.n(), "e", "AQAB");
  }
}
