package co.satccf.reporting.consola.mn82;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of the conditions; only the newest counts. */
@RegisterForReflection
public record Terminos(
    int version,
    String texto,
    Instant publicado,
    String publicadoPor,
    @Nullable Instant aceptado,
    @Nullable String aceptadoPor,
    @Nullable String aceptadoDesde) {

  /** All of them, the newest first. */
  @RegisterForReflection
  public record Todas(List<Terminos> versiones) {}

  /** The version that was read and is accepted. */
  @RegisterForReflection
  record Aceptacion(int version) {}

  /** The wording of a new one. */
  @RegisterForReflection
  record Texto(@Nullable String texto) {}
}
