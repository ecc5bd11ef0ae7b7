package co.satccf.token.compartir;

import co.satccf.token.solicitud.Campos;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The first form, "Datos del Servicio web". */
@Schema(description = "Formulario \"Datos del Servicio web\"; su nombre está en la ruta")
record DatosDelServicio(
    @Schema(description = "Qué hace el servicio, en pocas palabras", required = true)
        @Nullable String descripcion,
    @Schema(
            description = "Dónde reside; debe ser accesible desde internet",
            required = true,
            examples = "https://servicios.ccf.example/notificaciones")
        @Nullable String url,
    @Schema(required = true, implementation = Operacion.class) @Nullable String operacion,
    @Schema(description = "Llave pública o certificado, en PEM", required = true)
        @Nullable String llavePublica,
    @Schema(description = "Ejemplo del cuerpo, informativo y con datos sintéticos", required = true)
        @Nullable String ejemplo) {

  private static final int LARGO = 500;
  private static final int LARGO_DE_LLAVE = 20_000;
  private static final int LARGO_DE_EJEMPLO = 50_000;

  /** Operations of HTTP that the form takes. */
  enum Operacion {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** What was asked for, once it is known to be right. */
  record Leidos(
      String descripcion, String url, String operacion, LlavePublica llave, String ejemplo) {}

  Leidos leer() {
    return new Leidos(
        Campos.linea("descripcion", descripcion, LARGO),
        Campos.https("url", url).toString(),
        Campos.uno("operacion", Operacion.class, operacion).name(),
        LlavePublica.leer(
            "llavePublica", Campos.texto("llavePublica", llavePublica, LARGO_DE_LLAVE)),
        Campos.texto("ejemplo", ejemplo, LARGO_DE_EJEMPLO));
  }
}
