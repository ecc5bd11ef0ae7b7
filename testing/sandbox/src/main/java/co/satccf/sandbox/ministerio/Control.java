package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/** The control interface of the simulated Ministry, under /control. */
final class Control {

  private final Atencion atencion;
  private final LongConsumer rechazarConexiones;

  /**
   * @param rechazarConexiones closes the services' listener for so many milliseconds
   */
  Control(Atencion atencion, LongConsumer rechazarConexiones) {
    this.atencion = atencion;
    this.rechazarConexiones = rechazarConexiones;
  }

  void atender(HttpServerRequest request, Buffer body) {
    try {
      String llamada = request.method().name() + " " + request.path().substring("/control/".length());
      switch (llamada) {
        case "GET listo" -> responder(request, Map.of("listo", true));
        case "GET libro" -> libro(request);
        case "GET resumen" -> responder(request, atencion.resumen());
        case "GET fallas" -> responder(request, atencion.fallas());
        case "PUT fallas" -> fallas(request, Json.MAPPER.readValue(body.getBytes(), Fallas.class));
        case "DELETE fallas" -> fallas(request, Fallas.ninguna());
        case "GET modo" -> responder(request, atencion.modo());
        case "PUT modo" -> modo(request, Json.MAPPER.readTree(body.getBytes()));
        case "POST tokens/revocar" -> revocar(request, Json.MAPPER.readTree(body.getBytes()));
        case "POST empleadores" -> incorporar(request, body);
        case "POST reiniciar" -> {
          atencion.reiniciar();
          hecho(request);
        }
        default -> error(request, 404, "no hay " + llamada);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      error(request, 400, String.valueOf(unreadable.getMessage()));
    }
  }

  private void libro(HttpServerRequest request) {
    Buffer todo = Buffer.buffer();
    atencion.libro().entradas().forEach(entrada -> todo.appendString(Json.escribir(entrada)).appendString("\n"));
    request.response().putHeader("Content-Type", "application/x-ndjson").end(todo);
  }

  private void fallas(HttpServerRequest request, Fallas fallas) {
    atencion.fallas(fallas);
    hecho(request);
    Long cerrado = fallas.rechazarConexionesMs();
    if (cerrado != null) {
      rechazarConexiones.accept(cerrado);
    }
  }

  private void modo(HttpServerRequest request, JsonNode cambios) throws IOException {
    ObjectNode completo = Json.MAPPER.valueToTree(atencion.modo());
    completo.setAll((ObjectNode) cambios);
    atencion.modo(Json.MAPPER.treeToValue(completo, ModoDelMinisterio.class));
    hecho(request);
  }

  private void revocar(HttpServerRequest request, JsonNode pedido) {
    if (pedido.has("servicio")) {
      Servicio servicio = Servicio.porNombre(pedido.path("servicio").asText());
      if (servicio == null) {
        throw new IllegalArgumentException("no existe ese servicio");
      }
      atencion.emisor().revocarDe(servicio.clientId());
    } else {
      atencion.emisor().revocarDe(null);
    }
    hecho(request);
  }

  private void incorporar(HttpServerRequest request, Buffer body) throws IOException {
    List<EmpleadorEnSat> saldo = Json.MAPPER.readValue(body.getBytes(), new TypeReference<>() {});
    Objects.requireNonNull(saldo).forEach(atencion.negocio()::incorporar);
    hecho(request);
  }

  private static void responder(HttpServerRequest request, Object cuerpo) {
    request.response().putHeader("Content-Type", "application/json").end(Json.escribir(cuerpo));
  }

  private static void hecho(HttpServerRequest request) {
    request.response().setStatusCode(204).end();
  }

  private static void error(HttpServerRequest request, int estado, String mensaje) {
    request.response().setStatusCode(estado).putHeader("Content-Type", "application/json").end(Json.escribir(Map.of("error", mensaje)));
  }
}
