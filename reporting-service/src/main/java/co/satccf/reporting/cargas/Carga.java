package co.satccf.reporting.cargas;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one upload, without its lines.
 *
 * @param tipo CloudEvents type of a sheet; null for NDJSON
 * @param motivo why it stands there, in Spanish, when that needs saying
 * @param lineas facts in the file: neither the header nor blank lines count
 * @param erradas of them, those that will not be published
 */
@RegisterForReflection
@Schema(description = "Una carga y en qué va; nunca trae el contenido del archivo")
public record Carga(
    long id,
    String nombre,
    @Nullable String tipo,
    EstadoCarga estado,
    @Nullable String motivo,
    Instant creada,
    String creadaPor,
    @Schema(description = "Cuándo avanzó por última vez") Instant cambiada,
    @Schema(description = "SHA-256 del archivo, en hexadecimal") @Nullable String huella,
    long bytes,
    int lineas,
    @Schema(description = "Líneas que ya pasaron por la revisión en curso") int revisadas,
    @Schema(description = "Líneas con errores: no se publican") int erradas,
    int publicadas) {

  /** How many lines a publication has to publish. */
  public int porPublicar() {
    return lineas - erradas;
  }
}
