package co.satccf.sandbox.ministerio;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts an answer on the wire: whole, in drops, by half, never, or as a reset. */
final class Entrega {
  private static final int PAUSA_MS = 100;

  private final Vertx vertx;

  Entrega(Vertx vertx) {
    this.vertx = vertx;
  }

  static void entera(HttpServerRequest pedido, Respuesta respuesta) {
    HttpServerResponse salida = pedido.response();
    if (!salida.closed()) {
      cabecera(salida, respuesta).end(respuesta.cuerpo());
    }
  }

  /** Delivers as the fault says; without a fault, whole. */
  void entregar(HttpServerRequest pedido, Respuesta respuesta, @Nullable Falla falla) {
    if (falla == null) {
      entera(pedido, respuesta);
      return;
    }
    switch (falla.tipo()) {
      case REINICIO_ANTES, REINICIO_DESPUES -> cortar(pedido);
      case SIN_RESPUESTA -> {}
      case TRUNCADA -> truncar(pedido, respuesta);
      case GOTEO -> gotear(pedido, respuesta, falla);
      case ESTADO_HTTP,
          NO_AUTORIZADO,
          TOKEN_REVOCADO,
          NO_JSON,
          MANTENIMIENTO,
          DESMEDIDA,
          CODIGO_DESCONOCIDO,
          CREDENCIAL_RECHAZADA,
          CLIENTE_RECHAZADO ->
          entera(pedido, respuesta);
    }
  }

  private static HttpServerResponse cabecera(HttpServerResponse salida, Respuesta respuesta) {
    salida.setStatusCode(respuesta.estado()).putHeader(HttpHeaders.CONTENT_TYPE, respuesta.tipo());
    Integer retryAfter = respuesta.retryAfter();
    if (retryAfter != null) {
      salida.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
    }
    return salida;
  }

  /** A true TCP reset: with linger 0 the kernel sends RST instead of FIN. */
  private static void cortar(HttpServerRequest pedido) {
    if (pedido.connection() instanceof ConnectionBase conexion) {
      Channel canal = conexion.channel();
      canal.config().setOption(ChannelOption.SO_LINGER, 0);
      canal.close();
    } else {
      pedido.connection().close();
    }
  }

  private static void truncar(HttpServerRequest pedido, Respuesta respuesta) {
    Buffer todo = Buffer.buffer(respuesta.cuerpo());
    HttpServerResponse salida = pedido.response();
    if (!salida.closed()) {
      cabecera(salida, respuesta).putHeader(HttpHeaders.CONTENT_LENGTH, "" + todo.length());
      salida
          .write(todo.slice(0, todo.length() / 2))
          .onComplete(escrito -> pedido.connection().close());
    }
  }

  private void gotear(HttpServerRequest pedido, Respuesta respuesta, Falla falla) {
    Buffer todo = Buffer.buffer(respuesta.cuerpo());
    HttpServerResponse salida = pedido.response();
    if (!salida.closed()) {
      cabecera(salida, respuesta).putHeader(HttpHeaders.CONTENT_LENGTH, "" + todo.length());
      gota(salida, todo, 0, falla);
    }
  }

  private void gota(HttpServerResponse salida, Buffer todo, int desde, Falla falla) {
    if (salida.closed() || salida.ended()) {
      return;
    }
    int hasta = Math.min(todo.length(), desde + Objects.requireNonNullElse(falla.bytes(), 1));
    salida.write(todo.slice(desde, hasta));
    if (hasta == todo.length()) {
      salida.end();
    } else {
      int pausa = Objects.requireNonNullElse(falla.pausa(), PAUSA_MS);
      vertx.setTimer(pausa, id -> gota(salida, todo, hasta, falla));
    }
  }
}
