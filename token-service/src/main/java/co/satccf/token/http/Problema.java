package co.satccf.token.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as the caller reads it (RFC 9457). There is no {@code type}: it is "about:blank", and
 * {@code codigo} is what a program may rely on.
 */
@RegisterForReflection
@Schema(description = "Error en español (RFC 9457, application/problem+json)")
public record Problema(
    @Schema(description = "Qué ocurrió, en pocas palabras", examples = "Credencial rechazada")
        String title,
    @Schema(description = "Estado HTTP", examples = "503") int status,
    @Schema(description = "Qué ocurrió y qué se puede hacer") String detail,
    @Schema(description = "Código estable para programas", examples = "CREDENCIAL_RECHAZADA")
        String codigo) {

  public static final String TIPO = "application/problem+json";

  Response respuesta() {
    return Response.status(status).type(TIPO).entity(this).build();
  }
}
