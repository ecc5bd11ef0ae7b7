package co.satccf.transmitter.operations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an operator lifts a pause. */
@Schema(description = "Por qué se reanuda el servicio")
record Reanudacion(
    @Schema(description = "Obligatorio, sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {}
