package co.satccf.token.medidas;

import co.satccf.token.ministerio.Respuesta;
import java.util.Locale;

/** Values of the label {@code resultado} of {@code sat_token_peticiones_total}. */
enum Resultado {
  CONCEDIDO,
  CREDENCIAL_RECHAZADA,
  CLIENTE_RECHAZADO,
  NEGADO_SIN_MOTIVO,
  SIN_RESPUESTA;

  static Resultado de(Respuesta respuesta) {
    return switch (respuesta) {
      case Respuesta.Concedido c -> CONCEDIDO;
      case Respuesta.CredencialRechazada c -> CREDENCIAL_RECHAZADA;
      case Respuesta.ClienteRechazado c -> CLIENTE_RECHAZADO;
      case Respuesta.NegadoSinMotivo n -> NEGADO_SIN_MOTIVO;
      case Respuesta.SinRespuesta s -> SIN_RESPUESTA;
    };
  }

  String etiqueta() {
    return name().toLowerCase(Locale.ROOT);
  }
}
