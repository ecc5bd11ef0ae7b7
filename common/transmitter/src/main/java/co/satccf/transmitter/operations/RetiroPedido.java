package co.satccf.transmitter.operations;

import co.satccf.transmitter.decision.Seguidor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A withdrawal as it is asked for. */
@Schema(description = "Retiro de un reporte")
record RetiroPedido(
    @Schema(
            description = "Por qué se retira; sin datos personales",
            required = true,
            maxLength = 500)
        @Nullable String motivo,
    @Schema(
            description =
                "Qué pasa con el reporte que espera detrás: RETENER lo deja detenido hasta que un operador lo libere o"
                    + " lo retire; LIBERAR lo deja seguir",
            defaultValue = "RETENER")
        @Nullable Seguidor seguidor) {}
