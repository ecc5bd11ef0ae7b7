package co.satccf.afiliacion.empleadores;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose states are asked for. The document comes in a body: addresses stand in access logs. */
@Schema(description = "De qué empleador se piden los estados")
record ConsultaDelEmpleador(
    @Schema(required = true) @Nullable DocumentoDelEmpleador documento,
    @Schema(description = "Por omisión, 0", examples = "0") @Nullable String serialSAT) {}
