package co.satccf.sandbox.ministerio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens issued, each bound to the service of its ClientID. */
final class Tokens {
  /** A token: whose it is, until when it holds, and its fingerprint. */
  static final class Ficha {
    private final String token;
    private final Servicio servicio;
    private final Instant vence;
    private final String huella;
    private boolean revocada;

    private Ficha(String token, Servicio servicio, Instant vence) {
      this.token = token;
      this.servicio = servicio;
      this.vence = vence;
      this.huella = huellaDe(token);
    }

    String token() {
      return token;
    }

    Servicio servicio() {
      return servicio;
    }

    String huella() {
      return huella;
    }

    void revocar() {
      revocada = true;
    }

    boolean vale(Instant ahora) {
      return !revocada && ahora.isBefore(vence);
    }
  }

  private static final int ESQUEMA = "bearer ".length();

  private final SecureRandom azar = new SecureRandom();
  private final Map<String, Ficha> fichas = new HashMap<>();

  Ficha emitir(Servicio servicio, Instant vence, boolean revocarAnteriores) {
    if (revocarAnteriores) {
      revocar(servicio);
    }
    byte[] bytes = new byte[96];
    azar.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Ficha ficha = new Ficha(token, servicio, vence);
    fichas.put(token, ficha);
    return ficha;
  }

  /** The token of an Authorization header, if we ever issued it. */
  @Nullable Ficha deCabecera(@Nullable String autorizacion) {
    return autorizacion != null && autorizacion.regionMatches(true, 0, "bearer ", 0, ESQUEMA)
        ? fichas.get(autorizacion.substring(ESQUEMA).strip())
        : null;
  }

  void revocar(Servicio servicio) {
    fichas.values().stream().filter(ficha -> ficha.servicio == servicio).forEach(Ficha::revocar);
  }

  void revocarTodos() {
    fichas.values().forEach(Ficha::revocar);
  }

  void olvidar() {
    fichas.clear();
  }

  private static String huellaDe(String token) {
    try {
      byte[] resumen =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(resumen, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
