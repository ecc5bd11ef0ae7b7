package co.satccf.token.catalogo;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A service as the catalogue shows it; never a token. */
@Schema(
    description = "Un servicio web externo del catálogo (manual MN82, \"Información Servicio\")")
record ServicioDelCatalogo(
    @Schema(examples = "Desafiliacion") String nombre,
    @Schema(description = "Operación HTTP", examples = "POST") @Nullable String operacion,
    @Schema(description = "Dirección del servicio") @Nullable String direccion,
    @Schema(description = "La llave pública que muestra el portal del Ministerio")
        @Nullable String clientId,
    @Schema(
            description =
                "Si el Ministerio lo asignó a la Caja; uno que no, o sin ClientID, nunca se llama")
        boolean asignado,
    @Schema(
            description =
                "Si es uno de los siete que se transmiten: su dirección y su ClientID vienen de la"
                    + " configuración. Los demás se anotan, y la suite no los llama")
        boolean transmitido,
    @Schema(description = "Enlace a su documentación") @Nullable String documentacion,
    @Schema(description = "El último token que entregó el Ministerio")
        @Nullable UltimoToken ultimoToken,
    @Schema(description = "Cuándo recibió su token por última vez un transmisor, al minuto")
        @Nullable Instant ultimoUso,
    @Schema(description = "Crece con cada cambio; es el ETag") int version) {

  /** What may be known of a token. */
  @Schema(description = "De un token se sabe cuándo se pidió y su huella; nunca el token")
  record UltimoToken(
      Instant pedido,
      @Schema(
              description = "Primeros 16 dígitos hexadecimales de su SHA-256",
              examples = "9f86d081884c7d65")
          String huella) {}

  /** The whole catalogue. */
  @Schema(description = "El catálogo de servicios web externos")
  record Todos(List<ServicioDelCatalogo> servicios) {}
}
