package co.satccf.token.terminos;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of the conditions; only the newest counts. */
@Schema(description = "Una versión de los términos; solo la más reciente cuenta")
record VersionDeTerminos(
    int version,
    String texto,
    Instant publicado,
    @Schema(description = "La persona, o 'sistema' si vino con la plataforma") String publicadoPor,
    @Schema(description = "Cuándo se aceptó; nulo si nadie lo ha hecho") @Nullable Instant aceptado,
    @Nullable String aceptadoPor,
    @Schema(description = "Dirección de la que vino la aceptación")
        @Nullable String aceptadoDesde) {

  @Schema(name = "Terminos", description = "Todas las versiones, de la más reciente a la primera")
  record Todas(List<VersionDeTerminos> versiones) {}

  @Schema(description = "La versión que se leyó y se acepta")
  record Aceptacion(@Schema(required = true, examples = "1") @Nullable Integer version) {}

  @Schema(description = "El texto de una versión nueva")
  record Texto(@Schema(required = true) @Nullable String texto) {}
}
