package co.satccf.reporting.conteos;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /conteos}; all its numbers are of one moment. */
@RegisterForReflection
@Schema(description = "Conteos de un mismo momento")
public record Conteos(
    @Schema(
            description = "Por cada combinación pedida, sus valores y cuántos reportes tiene",
            examples =
                "[{\"semana\":\"2021-07-29\",\"servicio\":\"InicioRelacionLaboral\",\"reportes\":12}]")
        List<Map<String, Object>> grupos,
    @Schema(description = "Empleadores distintos con una afiliación aceptada por el SAT")
        long empleadoresCargados,
    @Schema(description = "Trabajadores distintos con un inicio de relación laboral aceptado")
        long trabajadoresCargados,
    @Schema(description = "Eventos que no se pudieron ubicar") long cuarentena) {}
