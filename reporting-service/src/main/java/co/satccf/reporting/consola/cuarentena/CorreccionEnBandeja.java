package co.satccf.reporting.consola.cuarentena;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A correction of the ERP that cannot be applied: a person sees to it and takes it out. */
@RegisterForReflection
public record CorreccionEnBandeja(
    long id,
    String servicio,
    String original,
    @Nullable String motivo,
    @Nullable String quien,
    Instant instante) {

  /** Some of them. */
  @RegisterForReflection
  public record Pagina(List<CorreccionEnBandeja> correcciones, @Nullable Long siguiente) {}
}
