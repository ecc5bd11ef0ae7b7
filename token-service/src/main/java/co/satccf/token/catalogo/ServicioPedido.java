package co.satccf.token.catalogo;

import co.satccf.token.solicitud.Campos;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants a service of the catalogue to be. */
@Schema(description = "Los datos de un servicio; el nombre no cambia")
record ServicioPedido(
    @Schema(description = "Solo al agregarlo", examples = "ResponderSolicitudAfiliacion")
        @Nullable String nombre,
    @Schema(
            description = "No en los siete que se transmiten: siempre POST",
            implementation = Operacion.class)
        @Nullable String operacion,
    @Schema(description = "No en los siete que se transmiten: viene de la configuración")
        @Nullable String direccion,
    @Schema(description = "No en los siete que se transmiten: viene de la configuración")
        @Nullable String clientId,
    @Schema(description = "Si el Ministerio lo asignó a la Caja", required = true)
        @Nullable Boolean asignado,
    @Schema(description = "Enlace https a su documentación") @Nullable String documentacion) {

  private static final int LARGO = 200;

  /** Operations of HTTP that the Ministry names (manual MN82, "Tipo de Operación"). */
  enum Operacion {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** What was asked for, once it is known to be right. */
  record Leido(
      @Nullable String operacion,
      @Nullable String direccion,
      @Nullable String clientId,
      boolean asignado,
      @Nullable String documentacion) {}

  Leido leer() {
    return new Leido(
        operacion == null || operacion.isBlank()
            ? null
            : Campos.uno("operacion", Operacion.class, operacion).name(),
        https("direccion", direccion),
        Campos.lineaOpcional("clientId", clientId, LARGO),
        Campos.exigido("asignado", asignado),
        https("documentacion", documentacion));
  }

  private static @Nullable String https(String campo, @Nullable String valor) {
    return valor == null || valor.isBlank() ? null : Campos.https(campo, valor).toString();
  }
}
