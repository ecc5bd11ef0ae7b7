package co.satccf.transmitter.operations;

import co.satccf.model.estado.EstadoReporte;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as it is asked for. */
@Schema(description = "Qué fue de un reporte que solo una persona puede juzgar")
record DecisionPedida(
    @Schema(
            description =
                "ACEPTADO o GLOSADO, según lo que el Ministerio tiene; PENDIENTE, para enviarlo de nuevo",
            required = true,
            enumeration = {"ACEPTADO", "GLOSADO", "PENDIENTE"})
        @Nullable EstadoReporte estado,
    @Schema(description = "Código que dio el Ministerio, si dio alguno", examples = "GN02")
        @Nullable String codigo,
    @Schema(
            description =
                "En qué se apoya la decisión, p. ej. el número del caso en la mesa de ayuda; sin datos personales",
            required = true,
            maxLength = 500)
        @Nullable String evidencia,
    @Schema(description = "Por qué; sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {}
