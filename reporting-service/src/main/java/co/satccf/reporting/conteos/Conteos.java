package co.satccf.reporting.conteos;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /conteos}; all its numbers are of one moment. */
@RegisterForReflection
@Schema(description = "Conteos de un mismo momento")
public record Conteos(
    @Schema(
            description = "Por cada combinación pedida, sus valores y cuántos reportes tiene",
            examples =
                "[{\"semana\":\"2021-07-29\",\"servicio\":\"InicioRelacionLaboral\",\"reportes\":12}]")
        List<Map<String, @Nullable Object>> grupos,
    @Schema(description = "Empleadores cuya primera afiliación aceptada es de esos días")
        long empleadoresCargados,
    @Schema(
            description =
                "Trabajadores cuyo primer inicio de relación laboral aceptado es de esos días")
        long trabajadoresCargados,
    @Schema(description = "Eventos que no se pudieron ubicar") long cuarentena) {}
