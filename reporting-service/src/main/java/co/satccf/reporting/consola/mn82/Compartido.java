package co.satccf.reporting.consola.mn82;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that the fund shares with the Ministry; never its secrets. */
@RegisterForReflection
public record Compartido(
    String nombre, boolean completo, @Nullable Datos datos, @Nullable Oauth oauth, int version) {

  /** The first form. */
  @RegisterForReflection
  public record Datos(
      String descripcion,
      String url,
      String operacion,
      Llave llavePublica,
      String ejemplo,
      Instant desde) {}

  /** A public key or a certificate. */
  @RegisterForReflection
  public record Llave(String tipo, String huella, @Nullable Instant hasta, String pem) {}

  /** The second form. */
  @RegisterForReflection
  public record Oauth(
      String nombreDelToken,
      String url,
      String usuario,
      Instant claveDesde,
      String clientId,
      Instant clientSecretDesde,
      String scope,
      Instant desde) {}

  /** All of them. */
  @RegisterForReflection
  public record Todos(List<Compartido> compartidos) {}

  /** What somebody wants the first form to say. */
  @RegisterForReflection
  record DatosPedidos(
      @Nullable String descripcion,
      @Nullable String url,
      @Nullable String operacion,
      @Nullable String llavePublica,
      @Nullable String ejemplo) {}

  /** What somebody wants the second form to say; its text form tells nothing. */
  @RegisterForReflection
  record OauthPedido(
      @Nullable String nombreDelToken,
      @Nullable String url,
      @Nullable String usuario,
      @Nullable String clave,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String scope) {

    @Override
    public String toString() {
      return "OauthPedido[***]";
    }
  }

  /** What came of one TLS handshake with its address. */
  @RegisterForReflection
  public record Verificacion(
      String url,
      String resultado,
      String detalle,
      @Nullable String protocolo,
      List<Certificado> cadena) {}

  /** One certificate that it showed. */
  @RegisterForReflection
  public record Certificado(String sujeto, String emisor, Instant hasta, long dias) {}
}
