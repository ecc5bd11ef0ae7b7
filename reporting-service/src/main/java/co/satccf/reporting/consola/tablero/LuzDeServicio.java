package co.satccf.reporting.consola.tablero;

import co.satccf.reporting.consola.Escrito;
import co.satccf.reporting.consola.familias.EstadoDeServicios.EstadoDelServicio;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a SAT service may send now, in one word, and why not.
 *
 * @param clase of the style sheet: bueno, ojo, malo or info
 * @param token how long ago its token was asked for; null when nobody knows
 */
public record LuzDeServicio(
    String servicio,
    String clase,
    String estado,
    String detalle,
    int cupo,
    long enVuelo,
    @Nullable String token) {

  /** What holds it most, first: an operator's pause, the gate, the calendar. */
  static LuzDeServicio de(EstadoDelServicio suyo, @Nullable Instant pedido, Instant ahora) {
    var pausa = suyo.pausa();
    var puerta = suyo.puerta();
    var cronograma = suyo.cronograma();
    if (pausa != null) {
      return con(
          suyo,
          "ojo",
          "En pausa",
          "La puso %s. %s".formatted(pausa.quien(), texto(pausa.motivo())),
          pedido,
          ahora);
    }
    if (puerta != null) {
      var hasta = puerta.hasta();
      return con(
          suyo,
          "malo",
          puerta.enPrueba() ? "Probando" : "Puerta cerrada",
          "%s. %s%s"
              .formatted(
                  puerta.codigo(),
                  texto(puerta.motivo()),
                  hasta == null ? "" : " Prueba otra vez " + Escrito.cuando(hasta)),
          pedido,
          ahora);
    }
    if (!cronograma.abierto()) {
      var hasta = cronograma.hasta();
      return con(
          suyo,
          "info",
          "Cerrado",
          !cronograma.configurado()
              ? "El cronograma no lo nombra"
              : hasta == null ? "Sin apertura prevista" : "Abre " + Escrito.cuando(hasta),
          pedido,
          ahora);
    }
    return con(suyo, "bueno", "Abierto", "Envía cuando hay qué enviar", pedido, ahora);
  }

  private static LuzDeServicio con(
      EstadoDelServicio suyo,
      String clase,
      String estado,
      String detalle,
      @Nullable Instant pedido,
      Instant ahora) {
    return new LuzDeServicio(
        suyo.servicio(),
        clase,
        estado,
        detalle.strip(),
        suyo.cupo(),
        suyo.enVuelo(),
        pedido == null ? null : Escrito.largo(Duration.between(pedido, ahora)));
  }

  private static String texto(@Nullable String motivo) {
    return motivo == null ? "" : motivo;
  }
}
