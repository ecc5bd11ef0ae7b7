package co.satccf.sandbox.ministerio;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param estado HTTP status; 0 when none is sent
 * @param tipo Content-Type
 * @param cuerpo the body
 * @param codigo the codigo the body carries; "" when none
 * @param retryAfter Retry-After in seconds; null: no header
 */
record Respuesta(
    int estado, String tipo, String cuerpo, String codigo, @Nullable Integer retryAfter) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";
  private static final int DESMEDIDA_BYTES = 8 * 1024 * 1024;
  private static final String SITIO_EN_MANTENIMIENTO =
      """
      <!DOCTYPE html>
      <html lang="es"><head><title>Mantenimiento</title></head>
      <body><h1>Sitio en mantenimiento</h1><p>Intente más tarde.</p></body></html>
      """;

  static Respuesta json(int estado, String cuerpo) {
    return new Respuesta(estado, JSON, cuerpo, "", null);
  }

  /** The shape of errors that carry no codigo. */
  static Respuesta mensaje(int estado, String mensaje) {
    return json(estado, Json.escribir(Map.of("Message", mensaje)));
  }

  /** The error shape of the token endpoint. */
  static Respuesta oauth(String error, String descripcion) {
    return json(400, Json.escribir(Map.of("error", error, "error_description", descripcion)));
  }

  static Respuesta sinAutorizacion() {
    return mensaje(401, "Se ha denegado la autorización para esta solicitud.");
  }

  /** The triple of a decision. */
  static Respuesta triple(int estado, boolean comoNumero, String resultado, Decision decision) {
    String cuerpo =
        "{\"resultado\":%s,\"mensaje\":%s,\"codigo\":\"%s\"}"
            .formatted(
                comoNumero ? resultado : '"' + resultado + '"',
                Json.escribir(decision.mensaje()),
                decision.codigo());
    return new Respuesta(estado, JSON, cuerpo, decision.codigo(), null);
  }

  Respuesta conRetryAfter(@Nullable Integer segundos) {
    return new Respuesta(estado, tipo, cuerpo, codigo, segundos);
  }

  /** What goes out instead of this answer when the fault hits. */
  Respuesta estropeada(Falla falla) {
    Respuesta otra =
        switch (falla.tipo()) {
          case ESTADO_HTTP ->
              mensaje(Objects.requireNonNullElse(falla.estado(), 500), "Se ha producido un error.");
          case NO_AUTORIZADO, TOKEN_REVOCADO -> sinAutorizacion();
          case REINICIO_ANTES, REINICIO_DESPUES, SIN_RESPUESTA -> json(0, "");
          case GOTEO -> this;
          case TRUNCADA -> new Respuesta(estado, tipo, cuerpo, "", null);
          case NO_JSON -> json(200, "recibido, gracias");
          case MANTENIMIENTO -> new Respuesta(200, HTML, SITIO_EN_MANTENIMIENTO, "", null);
          case DESMEDIDA -> conRelleno(Objects.requireNonNullElse(falla.bytes(), DESMEDIDA_BYTES));
          case CODIGO_DESCONOCIDO ->
              triple(
                  200,
                  false,
                  "200",
                  new Decision(Codigos.DESCONOCIDO, Codigos.texto(Codigos.DESCONOCIDO)));
          case CREDENCIAL_RECHAZADA ->
              oauth("invalid_grant", "El usuario o la contraseña no son correctos.");
          case CLIENTE_RECHAZADO -> oauth("invalid_client", "El client_id no existe.");
        };
    return otra.conRetryAfter(falla.retryAfter());
  }

  /** The same JSON object with a padding field in front, of the given size in all or more. */
  private Respuesta conRelleno(int bytes) {
    String relleno = "x".repeat(Math.max(0, bytes - cuerpo.length()));
    String grande = "{\"relleno\":\"" + relleno + "\"," + cuerpo.substring(1);
    return new Respuesta(estado, tipo, grande, codigo, null);
  }
}
