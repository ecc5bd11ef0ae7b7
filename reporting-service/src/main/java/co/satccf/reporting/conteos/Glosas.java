package co.satccf.reporting.conteos;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /conteos/glosas}. */
@RegisterForReflection
@Schema(description = "Las glosas más frecuentes")
public record Glosas(List<Glosa> glosas) {

  /** One code at one field of one service. */
  @RegisterForReflection
  @Schema(name = "GlosaContada", description = "Un código, en un campo de un servicio")
  public record Glosa(
      @Schema(examples = "GE02") String codigo,
      @Schema(description = "Vacío cuando la respuesta no nombra ninguno") String campo,
      String servicio,
      @Schema(description = "Cuántas veces se dio en esos días") long veces,
      @Schema(description = "De ellas, las de reportes que aún la esperan corregida")
          long abiertas) {}
}
