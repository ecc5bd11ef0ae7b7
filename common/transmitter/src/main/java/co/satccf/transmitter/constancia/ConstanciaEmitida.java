package co.satccf.transmitter.constancia;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A constancia with the hash that the audit keeps of it.
 *
 * @param sha256 over the canonical JSON (RFC 8785) of {@code constancia}, in UTF-8
 */
@Schema(description = "La constancia y su huella, que queda en la auditoría")
public record ConstanciaEmitida(
    Constancia constancia,
    @Schema(description = "SHA-256 del JSON canónico (RFC 8785) de 'constancia', en hexadecimal")
        String sha256) {}
