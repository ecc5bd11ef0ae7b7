package co.satccf.reporting.informes;

import co.satccf.reporting.documento.TipoInforme;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one report, without its numbers.
 *
 * @param motivo why it stands there, in Spanish, when that needs saying
 * @param envios tries to send it since somebody last let it go out
 */
@RegisterForReflection
@Schema(description = "Un informe y en qué va")
public record Expediente(
    long id,
    TipoInforme tipo,
    Instant corte,
    EstadoInforme estado,
    @Nullable String motivo,
    Instant creado,
    String creadoPor,
    @Schema(description = "Cuándo se congelaron sus cifras") @Nullable Instant hecho,
    @Schema(description = "SHA-256 de su forma JSON, en hexadecimal") @Nullable String huella,
    int envios) {}
