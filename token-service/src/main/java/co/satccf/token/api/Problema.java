package co.satccf.token.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** An error as RFC 9457 has it, in Spanish. */
@RegisterForReflection
public record Problema(String title, int status, String detail, String codigo) {

  private static final String MEDIA_TYPE = "application/problem+json";

  static Problema de(int status, String codigo, String detail) {
    String title =
        switch (status) {
          case 400 -> "Solicitud inválida";
          case 404 -> "No encontrado";
          case 503 -> "No disponible por ahora";
          default -> "Error";
        };
    return new Problema(title, status, detail, codigo);
  }

  Response respuesta() {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(this)
        .build();
  }

  /** With Retry-After, in whole seconds, at least one. */
  Response respuesta(Duration esperar) {
    long segundos = Math.max(1, esperar.plusMillis(999).toSeconds());
    return Response.fromResponse(respuesta()).header(HttpHeaders.RETRY_AFTER, segundos).build();
  }
}
