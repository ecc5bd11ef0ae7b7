package co.satccf.token.compartir;

import co.satccf.token.solicitud.Campos;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The second form, "Credenciales Autenticación OAuth 2.0"; its text form tells nothing. */
@Schema(description = "Formulario \"Credenciales Autenticación OAuth 2.0\"")
record CredencialesOauth(
    @Schema(description = "Identificador del servicio de autorización", required = true)
        @Nullable String nombreDelToken,
    @Schema(description = "Dónde reside el servicio de autorización", required = true)
        @Nullable String url,
    @Schema(required = true) @Nullable String usuario,
    @Schema(
            description = "Falta para dejar la que está. Se guarda cifrada y no se entrega nunca",
            writeOnly = true)
        @Nullable String clave,
    @Schema(description = "El que se asigna a Mi Seguridad Social", required = true)
        @Nullable String clientId,
    @Schema(
            description = "Falta para dejar el que está. Se guarda cifrado y no se entrega nunca",
            writeOnly = true)
        @Nullable String clientSecret,
    @Schema(description = "El nivel de acceso que se solicita", required = true)
        @Nullable String scope) {

  private static final int LARGO = 200;
  private static final int LARGO_DE_SECRETO = 1_000;

  /**
   * What was asked for, once it is known to be right; its text form tells nothing.
   *
   * @param clave null to leave the one that is set
   * @param secreto null to leave the one that is set
   */
  record Leidas(
      String nombreDelToken,
      String url,
      String usuario,
      @Nullable String clave,
      String clientId,
      @Nullable String secreto,
      String scope) {

    @Override
    public String toString() {
      return "Leidas[***]";
    }
  }

  Leidas leer() {
    return new Leidas(
        Campos.linea("nombreDelToken", nombreDelToken, LARGO),
        Campos.https("url", url).toString(),
        Campos.linea("usuario", usuario, LARGO),
        secreto("clave", clave),
        Campos.linea("clientId", clientId, LARGO),
        secreto("clientSecret", clientSecret),
        Campos.linea("scope", scope, LARGO));
  }

  private static @Nullable String secreto(String campo, @Nullable String valor) {
    return valor == null ? null : Campos.texto(campo, valor, LARGO_DE_SECRETO);
  }

  @Override
  public String toString() {
    return "CredencialesOauth[***]";
  }
}
