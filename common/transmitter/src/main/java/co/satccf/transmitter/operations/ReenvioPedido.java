package co.satccf.transmitter.operations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sending again by code, as it is asked for. */
@Schema(description = "Reenvío de los reportes glosados con un mismo código")
record ReenvioPedido(
    @Schema(description = "Servicio SAT", required = true, examples = "InicioRelacionLaboral")
        @Nullable String servicio,
    @Schema(description = "Código de la glosa, exacto", required = true, examples = "GN02")
        @Nullable String codigo,
    @Schema(
            description = "Cuántos, los más antiguos primero",
            minimum = "1",
            maximum = "10000",
            defaultValue = "1000")
        @Nullable Integer limite,
    @Schema(
            description = "Para seguir: el 'siguiente' de la respuesta anterior",
            minimum = "0",
            defaultValue = "0")
        @Nullable Long despues,
    @Schema(description = "Por qué; sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {}
