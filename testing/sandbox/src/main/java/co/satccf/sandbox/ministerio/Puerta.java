package co.satccf.sandbox.ministerio;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** A listener on the loopback interface that can be closed for a while. */
final class Puerta {
  private static final int REINTENTO_MS = 50;

  private final Vertx vertx;
  private int puerto;
  private final Handler<HttpServerRequest> atencion;
  private @Nullable HttpServer servidor;
  private int cierres;

  /**
   * @param puerto 0 takes a free one, which is kept from then on
   */
  Puerta(Vertx vertx, int puerto, Handler<HttpServerRequest> atencion) {
    this.vertx = vertx;
    this.puerto = puerto;
    this.atencion = atencion;
  }

  Future<HttpServer> abrir() {
    HttpServer nuevo =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(puerto)
                .setTcpNoDelay(true)
                .setAcceptBacklog(1024));
    servidor = nuevo;
    return nuevo
        .requestHandler(atencion)
        .listen()
        .onSuccess(abierto -> puerto = abierto.actualPort());
  }

  int puerto() {
    return puerto;
  }

  /** Refuses new connections and cuts the open ones for so many milliseconds. */
  void cerrarPor(long ms) {
    int cierre = ++cierres;
    HttpServer abierto = servidor;
    servidor = null;
    if (abierto != null) {
      abierto.close();
    }
    vertx.setTimer(Math.max(1, ms), id -> abrirSiSigueCerrada(cierre));
  }

  /** Ends a closing before its time. */
  void abrirYa() {
    if (servidor == null) {
      abrirSiSigueCerrada(++cierres);
    }
  }

  private void abrirSiSigueCerrada(int cierre) {
    if (cierre == cierres && servidor == null) {
      abrir()
          .onFailure(
              ocupado -> {
                servidor = null;
                vertx.setTimer(REINTENTO_MS, id -> abrirSiSigueCerrada(cierre));
              });
    }
  }
}
