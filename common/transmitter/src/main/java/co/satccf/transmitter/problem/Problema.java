package co.satccf.transmitter.problem;

import co.satccf.model.contrato.Glosa;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
        String codigo,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Los incumplimientos del contrato, por campo; solo si los hay")
        List<Incumplimiento> glosas) {

  /** A glosa, as this record writes it. */
  @RegisterForReflection
  @Schema(name = "GlosaDelProblema", description = "Un incumplimiento: campo, código y mensaje")
  public record Incumplimiento(String campo, String codigo, String mensaje) {}

  /** Media type of every error. */
  public static final String TIPO = "application/problem+json";

  public static Problema de(Falla falla, String detalle) {
    return new Problema(falla.titulo(), falla.estado(), detalle, falla.name(), List.of());
  }

  Problema con(List<Glosa> otras) {
    return new Problema(
        title,
        status,
        detail,
        codigo,
        otras.stream()
            .map(una -> new Incumplimiento(una.campo(), una.codigo(), una.mensaje()))
            .toList());
  }

  Response respuesta() {
    return Response.status(status).type(TIPO).entity(this).build();
  }
}
