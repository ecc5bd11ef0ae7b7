package co.satccf.reporting.informes;

import co.satccf.reporting.problema.SolicitudIncorrecta;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody decides what he decides; it stays in the report's history. */
@RegisterForReflection
@Schema(name = "MotivoDeLaDecision", description = "Por qué")
public record Motivo(
    @Schema(description = "Sin datos de personas", maxLength = 500, examples = "Revisado con TI")
        @Nullable String motivo) {

  private static final int MAXIMO = 500;

  static String obligatorio(@Nullable Motivo motivo) {
    var dicho = siLoHay(motivo);
    if (dicho == null) {
      throw SolicitudIncorrecta.delCuerpo("motivo", "diga por qué");
    }
    return dicho;
  }

  static @Nullable String siLoHay(@Nullable Motivo motivo) {
    var dicho = motivo == null ? null : motivo.motivo();
    if (dicho == null || dicho.isBlank()) {
      return null;
    }
    if (dicho.length() > MAXIMO || dicho.indexOf('\0') >= 0) {
      throw SolicitudIncorrecta.delCuerpo(
          "motivo", "se espera un texto de hasta %d caracteres".formatted(MAXIMO));
    }
    return dicho.strip();
  }
}
