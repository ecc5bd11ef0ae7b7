package co.satccf.reporting.problema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An error as the caller reads it (RFC 9457). There is no {@code type}: it is "about:blank", so the
 * title is the status', and {@code codigo} is what a program may rely on.
 */
@RegisterForReflection
@Schema(description = "Error en español (RFC 9457, application/problem+json)")
public record Problema(
    @Schema(description = "El estado HTTP, en palabras", examples = "Solicitud incorrecta")
        String title,
    @Schema(description = "Estado HTTP", examples = "400") int status,
    @Schema(description = "Qué ocurrió y qué se esperaba") String detail,
    @Schema(description = "Código estable para programas", examples = "SOLICITUD_INCORRECTA")
        String codigo) {

  /** Media type of every error. */
  public static final String TIPO = "application/problem+json";

  public Response respuesta() {
    return Response.status(status).type(TIPO).entity(this).build();
  }
}
