package co.satccf.reporting.conteos;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /conteos/demoras}. */
@RegisterForReflection
@Schema(description = "Del hecho a la aceptación")
public record Demoras(List<DelServicio> servicios) {

  /** One SAT service. */
  @RegisterForReflection
  @Schema(name = "DemorasDelServicio", description = "Un servicio del SAT, en segundos")
  public record DelServicio(
      String servicio, long aceptados, long medianaSegundos, long p95Segundos) {}
}
