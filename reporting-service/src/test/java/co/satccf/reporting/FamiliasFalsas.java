package co.satccf.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The three family services, which count what the projection does unless a test says otherwise. */
public final class FamiliasFalsas implements AutoCloseable {

  private final Resultados resultados;
  private final HttpServer server;
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile Consumer<ObjectNode> cambio = respuesta -> {};
  private volatile int estado = 200;

  public FamiliasFalsas(Resultados resultados) throws IOException {
    this.resultados = resultados;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", Vecindario.familias()), 0);
    server.createContext("/", this::responder);
    server.start();
  }

  /** What the family of labour relations answers otherwise. */
  public void cambiar(Consumer<ObjectNode> nuevo) {
    cambio = nuevo;
  }

  public void responderCon(int nuevo) {
    estado = nuevo;
  }

  /** Of who has asked. */
  public List<String> tokens() {
    return tokens;
  }

  private void responder(HttpExchange exchange) throws IOException {
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    var familia =
        Familia.valueOf(
            exchange
                .getRequestURI()
                .getPath()
                .split("/", -1)[1]
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
    var corte = URLDecoder.decode(exchange.getRequestURI().getRawQuery().split("=", 2)[1], UTF_8);
    var cuerpo = alCorte(familia, corte);
    if (familia == Familia.RELACION_LABORAL) {
      cambio.accept(cuerpo);
    }
    var bytes = cuerpo.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(estado, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private ObjectNode alCorte(Familia familia, String corte) {
    var respuesta = JsonNodeFactory.instance.objectNode();
    respuesta.put("salidaPendiente", 0);
    respuesta.put(
        "cuarentena",
        uno(
            "SELECT count(*) FROM cuarentena WHERE topico = '%s' AND instante < '%s'"
                .formatted(familia.topic(), corte)));
    var estados = new HashMap<String, Long>();
    resultados
        .consultar(
            "SELECT servicio || ' ' || estado || '=' || count(*) FROM al_corte('%s') GROUP BY servicio, estado"
                .formatted(corte))
        .forEach(fila -> estados.put(fila.split("=")[0], Long.valueOf(fila.split("=")[1])));
    var servicios = respuesta.putObject("servicios");
    Arrays.stream(ServicioSat.values())
        .filter(servicio -> servicio.familia() == familia)
        .forEach(
            servicio -> {
              var suyo = servicios.putObject(servicio.nombre());
              suyo.put("recibidos", suma(estados, servicio, EstadoReporte.values()));
              suyo.put("aceptados", suma(estados, servicio, EstadoReporte.ACEPTADO));
              suyo.put(
                  "aceptadosConAlerta", suma(estados, servicio, EstadoReporte.ACEPTADO_CON_ALERTA));
              suyo.put("retirados", suma(estados, servicio, EstadoReporte.RETIRADO));
              suyo.put("sustituidos", suma(estados, servicio, EstadoReporte.SUSTITUIDO));
              suyo.put(
                  "enCamino",
                  suma(
                      estados,
                      servicio,
                      EstadoReporte.PENDIENTE,
                      EstadoReporte.EN_VUELO,
                      EstadoReporte.INCIERTO));
              suyo.put("glosados", suma(estados, servicio, EstadoReporte.GLOSADO));
              suyo.put("porConfirmar", suma(estados, servicio, EstadoReporte.POR_CONFIRMAR));
              suyo.put("cambiados", 0);
            });
    return respuesta;
  }

  private static long suma(
      Map<String, Long> contados, ServicioSat servicio, EstadoReporte... estados) {
    return Arrays.stream(estados)
        .mapToLong(estado -> contados.getOrDefault(servicio.nombre() + " " + estado, 0L))
        .sum();
  }

  private long uno(String sql) {
    return Long.parseLong(resultados.consultar(sql).getFirst());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
