package co.satccf.token.compartir;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of one TLS handshake with a shared address. */
@Schema(description = "Si la dirección responde por TLS, y con qué certificados")
record Verificacion(
    String url,
    Instant instante,
    Resultado resultado,
    @Schema(description = "Lo mismo, explicado") String detalle,
    @Schema(examples = "TLSv1.3") @Nullable String protocolo,
    @Schema(description = "Los certificados que mostró, el suyo primero")
        List<Certificado> cadena) {

  /** How it ended. */
  enum Resultado {
    RESPONDE("Responde por TLS, con un certificado válido para ese nombre"),
    NO_SE_ENCUENTRA("Ese nombre no tiene dirección"),
    DIRECCION_INTERNA(
        "Ese nombre lleva a una dirección que no es de internet; el Ministerio no podría llegar, y"
            + " esta plataforma no la llama"),
    NO_CONECTA("Nadie acepta la conexión en esa dirección y puerto"),
    CERTIFICADO_NO_VALIDO(
        "Responde, pero su certificado no es válido: vencido, de otro nombre, o de una autoridad que"
            + " no es de confianza"),
    NO_HABLA_TLS("Acepta la conexión, pero no habla TLS"),
    NO_TERMINA("No terminó de responder en el plazo");

    private final String detalle;

    Resultado(String detalle) {
      this.detalle = detalle;
    }

    String detalle() {
      return detalle;
    }
  }

  @Schema(name = "CertificadoMostrado", description = "Un certificado de la cadena")
  record Certificado(
      @Schema(examples = "CN=servicios.ccf.example") String sujeto,
      String emisor,
      Instant desde,
      Instant hasta,
      @Schema(description = "Días que le quedan; negativo si venció") long dias,
      @Schema(description = "SHA-256, en hexadecimal") String huella) {}
}
