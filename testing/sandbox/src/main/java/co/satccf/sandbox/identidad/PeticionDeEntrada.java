package co.satccf.sandbox.identidad;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the console asks of the sign-in page (OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636,
 * section 4.3), by the parameters' own names; absent ones are not in it.
 */
record PeticionDeEntrada(Map<String, String> parametros) {
  private static final List<String> CONOCIDOS =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "nonce",
          "prompt",
          "code_challenge",
          "code_challenge_method");

  /** RFC 7636, section 4.1. */
  private static final Pattern VERIFICADOR = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private static final Pattern RETO = Pattern.compile("[A-Za-z0-9_-]{43}");

  static PeticionDeEntrada de(MultiMap campos) {
    Map<String, String> conocidos = new LinkedHashMap<>();
    for (String nombre : CONOCIDOS) {
      String valor = campos.get(nombre);
      if (valor != null) {
        conocidos.put(nombre, valor);
      }
    }
    return new PeticionDeEntrada(Map.copyOf(conocidos));
  }

  /** Whether anything may be sent back to whoever asks; if not, only the person is told. */
  boolean esDeLaConsola() {
    return valor("client_id").equals(ClienteDeArena.ID)
        && ClienteDeArena.esSuya(valor("redirect_uri"));
  }

  /** What is wrong with it otherwise, as RFC 6749, section 4.1.2.1 names it. */
  Optional<String> error() {
    if (!valor("response_type").equals("code")) {
      return Optional.of("unsupported_response_type");
    }
    if (!Arrays.asList(valor("scope").split(" ", -1)).contains("openid")) {
      return Optional.of("invalid_scope");
    }
    if (!valor("code_challenge_method").equals("S256")
        || !RETO.matcher(valor("code_challenge")).matches()) {
      return Optional.of("invalid_request");
    }
    // Nobody is remembered here: who comes always signs in.
    return valor("prompt").equals("none") ? Optional.of("login_required") : Optional.empty();
  }

  /** Whether the code is asked for by the one who began, and to the same address. */
  boolean laComenzo(@Nullable String direccion, @Nullable String verificador) {
    return valor("redirect_uri").equals(direccion)
        && verificador != null
        && VERIFICADOR.matcher(verificador).matches()
        && ClienteDeArena.iguales(valor("code_challenge"), reto(verificador));
  }

  Optional<String> nonce() {
    return Optional.ofNullable(parametros.get("nonce"));
  }

  /** Where the person goes back to, with this to tell. */
  String vuelta(String nombre, String valor) {
    String vuelta = agregar(valor("redirect_uri"), nombre, valor);
    return parametros.containsKey("state") ? agregar(vuelta, "state", valor("state")) : vuelta;
  }

  static String agregar(String direccion, String nombre, String valor) {
    return direccion
        + (direccion.contains("?") ? '&' : '?')
        + nombre
        + '='
        + URLEncoder.encode(valor, StandardCharsets.UTF_8);
  }

  String valor(String nombre) {
    return parametros.getOrDefault(nombre, "");
  }

  private static String reto(String verificador) {
    try {
      byte[] huella =
          MessageDigest.getInstance("SHA-256")
              .digest(verificador.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(huella);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
