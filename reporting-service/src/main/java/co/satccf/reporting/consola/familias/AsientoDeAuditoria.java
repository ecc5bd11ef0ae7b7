package co.satccf.reporting.consola.familias;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what and why, as the owning service's audit has it. */
@RegisterForReflection
public record AsientoDeAuditoria(
    long numero, Instant instante, String quien, String accion, String objeto, String motivo) {

  /** Some of them. */
  @RegisterForReflection
  public record Pagina(List<AsientoDeAuditoria> asientos, @Nullable Long siguiente) {}
}
