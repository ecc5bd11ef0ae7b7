package co.satccf.token.http;

import co.satccf.token.vigente.TokenVigente;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token as a transmitter receives it; its text form tells nothing. */
@RegisterForReflection
@Schema(description = "El token vigente de un servicio del SAT")
record TokenEntregado(
    @Schema(description = "Nombre del servicio", examples = "AfiliacionPrimeraVez") String servicio,
    @Schema(description = "Va en la cabecera Authorization; no se guarda ni se registra")
        String token,
    @Schema(description = "Esquema de la cabecera Authorization", examples = "bearer") String tipo,
    @Schema(
            description = "Primeros 16 dígitos hexadecimales del SHA-256 del token",
            examples = "9f86d081884c7d65")
        String huella,
    @Schema(description = "Segundos durante los que puede usarse sin volver a preguntar")
        long segundosRestantes) {

  static TokenEntregado de(TokenVigente vigente, Instant ahora) {
    return new TokenEntregado(
        vigente.servicio().nombre(),
        vigente.token(),
        "bearer",
        vigente.huella(),
        vigente.segundosRestantes(ahora));
  }

  @Override
  public String toString() {
    return "TokenEntregado[servicio=%s, huella=%s]".formatted(servicio, huella);
  }
}
