package co.satccf.reporting.conteos;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /conteos/vencidos}. */
@RegisterForReflection
@Schema(description = "Lo que pasó su término, en un mismo momento")
public record Vencidos(Instant instante, List<DelServicio> servicios) {

  /** One SAT service. */
  @RegisterForReflection
  @Schema(name = "VencidosDelServicio", description = "Un servicio del SAT y su término")
  public record DelServicio(
      String servicio,
      @Schema(description = "Término en días hábiles desde el hecho") int diasHabiles,
      @Schema(description = "Cierto si nadie fijó el término") boolean porConfirmar,
      long sinTerminar,
      @Schema(description = "De ellos, los que pasaron su término") long vencidos) {}
}
