package co.satccf.transmitter.operations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an operator does what the path says. */
@Schema(description = "Por qué se hace")
record Motivado(
    @Schema(description = "Obligatorio, sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {}
