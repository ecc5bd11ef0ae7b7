package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import co.satccf.model.evento.Motivo;
import co.satccf.reporting.Vecindario;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The dry run of the three family services, with their reader and their contracts. */
final class EnsayosFalsos implements AutoCloseable {

  private static final LectorEventos LECTOR = new LectorEventos();
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.de(Map.of()));

  private final HttpServer server;
  private final List<String> preguntas = new CopyOnWriteArrayList<>();
  private volatile int estado = 200;
  private volatile CountDownLatch puedeResponder = new CountDownLatch(0);

  EnsayosFalsos() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", Vecindario.familias()), 0);
    server.createContext("/", this::responder);
    server.start();
  }

  /** Path and token of each request. */
  List<String> preguntas() {
    return preguntas;
  }

  void responderCon(int nuevo) {
    estado = nuevo;
  }

  /** From now on they read what they are sent, and answer when this is let down. */
  CountDownLatch retener() {
    puedeResponder = new CountDownLatch(1);
    return puedeResponder;
  }

  private void responder(HttpExchange exchange) throws IOException {
    preguntas.add(
        exchange.getRequestURI().getPath()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    var cuerpo = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    var respuesta = new StringBuilder();
    var radicados = new HashSet<String>();
    int numero = 0;
    for (var linea : cuerpo.split("\n")) {
      numero++;
      respuesta.append(validar(linea, radicados).put("linea", numero)).append('\n');
    }
    esperar();
    var bytes = respuesta.toString().getBytes(UTF_8);
    exchange.sendResponseHeaders(estado, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void esperar() {
    try {
      puedeResponder.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static ObjectNode validar(String linea, HashSet<String> radicados) {
    var validacion = JsonNodeFactory.instance.objectNode();
    switch (LECTOR.leer(linea.getBytes(UTF_8), Map.of())) {
      case Lectura.Ilegible ilegible -> {
        validacion.put("resultado", "CUARENTENA");
        for (Motivo motivo : ilegible.motivos()) {
          validacion
              .withArrayProperty("motivos")
              .addObject()
              .put("codigo", motivo.codigo())
              .put("mensaje", motivo.mensaje());
        }
      }
      case Lectura.Incorporado _ -> validacion.put("resultado", "REGISTRO");
      case Lectura.Reportable reportable -> {
        var reporte = reportable.reporte();
        validacion.put("servicio", reporte.servicio().nombre()).put("radicado", reporte.radicado());
        var glosas = CONTRATOS.validar(reporte).glosas();
        validacion.put(
            "resultado",
            !radicados.add(reporte.radicado())
                ? "REPETIDO"
                : glosas.isEmpty() ? "SE_ENVIARIA" : "GLOSADO");
        for (Glosa glosa : glosas) {
          validacion
              .withArrayProperty("glosas")
              .addObject()
              .put("campo", glosa.campo())
              .put("codigo", glosa.codigo())
              .put("mensaje", glosa.mensaje());
        }
      }
    }
    return validacion;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
