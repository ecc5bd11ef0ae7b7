package co.satccf.afiliacion.empleadores;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which employer a person declares in SAT or out of it, and why. */
@Schema(description = "Un empleador, un departamento y por qué se declara")
record DeclaracionPedida(
    @Schema(required = true) @Nullable DocumentoDelEmpleador documento,
    @Schema(description = "Por omisión, 0", examples = "0") @Nullable String serialSAT,
    @Schema(description = "Código DANE de dos dígitos", examples = "05", required = true)
        @Nullable String departamento,
    @Schema(description = "Obligatorio, sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {}
