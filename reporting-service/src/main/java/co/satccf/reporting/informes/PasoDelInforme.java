package co.satccf.reporting.informes;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report's history.
 *
 * @param quien subject of the token, or {@code sistema}
 */
@RegisterForReflection
@Schema(description = "A qué estado llegó el informe, cuándo, por quién y por qué")
public record PasoDelInforme(
    Instant instante, String quien, EstadoInforme estado, @Nullable String detalle) {}
