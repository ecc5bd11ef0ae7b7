package co.satccf.token.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fingerprint of a token that SAT answered with 401. */
@RegisterForReflection
@Schema(description = "La huella de un token que el SAT rechazó con 401")
public record Rechazo(
    @Schema(
            description = "Como la entregó este servicio: 16 dígitos hexadecimales",
            required = true,
            pattern = "[0-9a-f]{16}",
            examples = "9f86d081884c7d65")
        @Nullable String huella) {}
