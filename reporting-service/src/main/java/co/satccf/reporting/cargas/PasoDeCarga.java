package co.satccf.reporting.cargas;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of an upload's history.
 *
 * @param quien subject of the token, or {@code sistema}
 */
@RegisterForReflection
@Schema(description = "A qué estado llegó la carga, cuándo y por quién")
public record PasoDeCarga(
    Instant instante, String quien, EstadoCarga estado, @Nullable String detalle) {}
