package co.satccf.token.http;

import co.satccf.token.ministerio.Respuesta;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of trying user and password once. */
@RegisterForReflection
@Schema(description = "Qué respondió el Ministerio al usuario y la contraseña")
record PruebaEntregada(
    @Schema(description = "Servicio con cuyo ClientID se probó", examples = "AfiliacionPrimeraVez")
        String servicio,
    @Schema(
            description =
                "ACEPTADA, CREDENCIAL_RECHAZADA, CLIENTE_RECHAZADO, NEGADA_SIN_MOTIVO o"
                    + " SIN_RESPUESTA",
            examples = "ACEPTADA")
        String resultado) {

  static PruebaEntregada de(String servicio, Respuesta respuesta) {
    return new PruebaEntregada(
        servicio,
        switch (respuesta) {
          case Respuesta.Concedido _ -> "ACEPTADA";
          case Respuesta.CredencialRechazada _ -> "CREDENCIAL_RECHAZADA";
          case Respuesta.ClienteRechazado _ -> "CLIENTE_RECHAZADO";
          case Respuesta.NegadoSinMotivo _ -> "NEGADA_SIN_MOTIVO";
          case Respuesta.SinRespuesta _ -> "SIN_RESPUESTA";
        });
  }
}
