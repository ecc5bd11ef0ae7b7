package co.satccf.reporting.correo;

import co.satccf.reporting.informes.Envios.Desenlace;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure says of the e-mail. The server has it not when it said so, or was never reached.
 * Anything else may have happened after the last byte: the client does not tell how far it had
 * come.
 */
final class Fallas {

  private static final int MAXIMO = 200;

  private Fallas() {}

  static Desenlace desenlace(Throwable failure) {
    var ultima = failure;
    for (Throwable causa = failure; causa != null; causa = causa.getCause()) {
      var conocida = conocida(causa);
      if (conocida != null) {
        return conocida;
      }
      ultima = causa;
    }
    return new Desenlace.NoSeSabe(
        "Se perdió la conexión con el servidor de correo (%s): averigüe si llegó"
            .formatted(ultima.getClass().getSimpleName()));
  }

  private static @Nullable Desenlace conocida(Throwable causa) {
    return switch (causa) {
      case SMTPException respuesta ->
          new Desenlace.NoSalio(
              "El servidor de correo respondió "
                  + respuesta.getReplyCode()
                  + ": "
                  + corto(respuesta.getReplyMessage()),
              respuesta.isPermanent());
      case ConnectException _ -> sinLlegar("no acepta conexiones");
      case UnknownHostException _ -> sinLlegar("no se encuentra");
      case NoRouteToHostException _ -> sinLlegar("no se alcanza");
      case SSLHandshakeException _ -> sinLlegar("no es de confianza");
      default -> null;
    };
  }

  private static Desenlace sinLlegar(String porque) {
    return new Desenlace.NoSalio("El servidor de correo " + porque, false);
  }

  private static String corto(@Nullable String mensaje) {
    var texto = mensaje == null ? "" : mensaje.strip();
    return texto.length() <= MAXIMO ? texto : texto.substring(0, MAXIMO) + "…";
  }
}
