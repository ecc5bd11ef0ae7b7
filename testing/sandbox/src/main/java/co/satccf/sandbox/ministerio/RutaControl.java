package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The control interface, under /control. */
final class RutaControl {
  static final String PREFIJO = "/control/";
  private static final int LINEAS_POR_VEZ = 500;

  private final Estado estado;
  private final Puerta puerta;

  RutaControl(Estado estado, Puerta puerta) {
    this.estado = estado;
    this.puerta = puerta;
  }

  void atender(HttpServerRequest pedido, Buffer cuerpo) {
    String llamada = pedido.method().name() + " " + pedido.path();
    try {
      switch (llamada) {
        case "GET /control/listo" -> responder(pedido, Map.of("listo", true));
        case "GET /control/libro" -> libro(pedido);
        case "GET /control/resumen" -> responder(pedido, estado.cuentas().resumen(estado.juez()));
        case "GET /control/fallas" -> responder(pedido, estado.averias().documento());
        case "PUT /control/fallas" ->
            fallas(pedido, Json.MAPPER.readValue(cuerpo.getBytes(), Fallas.class));
        case "DELETE /control/fallas" -> fallas(pedido, Fallas.ninguna());
        case "GET /control/modo" -> responder(pedido, estado.modo());
        case "PUT /control/modo" -> modo(pedido, Json.MAPPER.readTree(cuerpo.getBytes()));
        case "POST /control/tokens/revocar" -> revocar(pedido, cuerpo);
        case "POST /control/empleadores" -> incorporar(pedido, cuerpo);
        case "POST /control/libro/olvidar" -> {
          estado.libro().olvidar();
          hecho(pedido);
        }
        case "POST /control/reiniciar" -> {
          estado.reiniciar();
          puerta.abrirYa();
          hecho(pedido);
        }
        default -> error(pedido, 404, "no existe " + llamada);
      }
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      error(pedido, 400, String.valueOf(e.getMessage()));
    }
  }

  private void libro(HttpServerRequest pedido) {
    HttpServerResponse salida = pedido.response();
    salida.setChunked(true).putHeader("Content-Type", "application/x-ndjson; charset=utf-8");
    escribirLibro(salida, 0, estado.libro().tamano());
  }

  private void escribirLibro(HttpServerResponse salida, int desde, int hasta) {
    if (salida.closed()) {
      return;
    }
    int fin = Math.min(hasta, desde + LINEAS_POR_VEZ);
    if (desde >= Math.min(fin, estado.libro().tamano())) {
      salida.end();
      return;
    }
    Future<Void> escrito = salida.write(Buffer.buffer(estado.libro().lineas(desde, fin)));
    escrito.onSuccess(listo -> escribirLibro(salida, fin, hasta));
  }

  private void fallas(HttpServerRequest pedido, Fallas fallas) {
    estado.averias().poner(fallas);
    Long cerrada = fallas.rechazarConexionesMs();
    if (cerrada == null) {
      puerta.abrirYa();
      hecho(pedido);
    } else {
      // The answer first: this very connection may be one of those about to be closed.
      hecho(pedido).onComplete(respondido -> puerta.cerrarPor(cerrada));
    }
  }

  private void modo(HttpServerRequest pedido, JsonNode cambios) throws IOException {
    ObjectNode completo = Json.MAPPER.valueToTree(estado.modo());
    completo.setAll((ObjectNode) cambios);
    estado.modo(Json.MAPPER.treeToValue(completo, ModoDelMinisterio.class));
    hecho(pedido);
  }

  private void revocar(HttpServerRequest pedido, Buffer cuerpo) throws IOException {
    JsonNode documento = Json.MAPPER.readTree(cuerpo.getBytes());
    String nombre = documento.path("servicio").asText("");
    Servicio servicio = Servicio.porNombre(nombre);
    if (servicio != null) {
      estado.tokens().revocar(servicio);
    } else if (nombre.isEmpty()) {
      estado.tokens().revocarTodos();
    } else {
      throw new IllegalArgumentException("no existe ese servicio");
    }
    hecho(pedido);
  }

  private void incorporar(HttpServerRequest pedido, Buffer cuerpo) throws IOException {
    List<EmpleadorEnSat> saldo =
        Json.MAPPER.readValue(cuerpo.getBytes(), new TypeReference<List<EmpleadorEnSat>>() {});
    saldo.forEach(estado.juez()::incorporar);
    hecho(pedido);
  }

  private static void responder(HttpServerRequest pedido, Object valor) {
    Entrega.entera(pedido, Respuesta.json(200, Json.escribir(valor)));
  }

  private static Future<Void> hecho(HttpServerRequest pedido) {
    return pedido.response().setStatusCode(204).end();
  }

  private static void error(HttpServerRequest pedido, int estadoHttp, String mensaje) {
    Entrega.entera(pedido, Respuesta.mensaje(estadoHttp, mensaje));
  }
}
