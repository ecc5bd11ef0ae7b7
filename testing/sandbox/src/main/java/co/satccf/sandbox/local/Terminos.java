package co.satccf.sandbox.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/**
 * Accepts the conditions of the Ministry's services, as an administrator of a fund does once:
 * without that nothing is called.
 */
final class Terminos {

  private Terminos() {}

  /**
   * @param token of an administrator
   * @throws IllegalStateException when token-service does not take it
   */
  static void aceptar(URI tokenService, String token) {
    JsonNode vigente =
        Http.get(tokenService.resolve("/terminos"), token)
            .orElseThrow(
                () -> new IllegalStateException("token-service no muestra los términos vigentes"));
    if (Http.post(
            tokenService.resolve("/terminos/aceptacion"),
            token,
            Map.of("version", vigente.path("version").asText()))
        .isEmpty()) {
      throw new IllegalStateException("token-service no acepta los términos vigentes");
    }
  }
}
