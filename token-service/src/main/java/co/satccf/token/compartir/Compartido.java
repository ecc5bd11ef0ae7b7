package co.satccf.token.compartir;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shared service as an administrator may see it; never its password nor its client secret. */
@Schema(description = "Un servicio que la Caja comparte con el Ministerio")
record Compartido(
    @Schema(examples = "NotificacionesSat") String nombre,
    @Schema(description = "Si están los dos formularios; antes no puede operar") boolean completo,
    @Schema(description = "Nulo mientras no se guarde") @Nullable Datos datos,
    @Schema(description = "Nulo mientras no se guarde") @Nullable Oauth oauth,
    @Schema(description = "Crece con cada cambio; es el ETag") int version) {

  @Schema(name = "DatosCompartidos", description = "Formulario \"Datos del Servicio web\"")
  record Datos(
      String descripcion,
      String url,
      String operacion,
      LlavePublica llavePublica,
      String ejemplo,
      @Schema(description = "Cuándo se guardó") Instant desde) {}

  @Schema(
      name = "OauthCompartido",
      description = "Formulario \"Credenciales Autenticación OAuth 2.0\", sin los secretos")
  record Oauth(
      String nombreDelToken,
      String url,
      String usuario,
      @Schema(description = "Desde cuándo está puesta la contraseña") Instant claveDesde,
      String clientId,
      @Schema(description = "Desde cuándo está puesto el client secret") Instant clientSecretDesde,
      String scope,
      @Schema(description = "Cuándo se guardó") Instant desde) {}

  @Schema(name = "Compartidos", description = "Todo lo que la Caja comparte")
  record Todos(List<Compartido> compartidos) {}
}
