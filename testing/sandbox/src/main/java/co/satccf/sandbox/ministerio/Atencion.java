package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Takes one request to its answer: latency, fault, token, structure, business, ledger. All on one event loop. */
final class Atencion {

  private static final String JSON = "application/json; charset=utf-8";
  private static final int DESMEDIDA = 8 * 1024 * 1024;
  private static final Map<String, String> MENSAJES =
      Map.of(
          "200", "Registro recibido correctamente",
          "AN01", "Registro recibido con alerta",
          "GN01", "Ya existe un reporte con ese número de radicado",
          "GN02", "El empleador no se encuentra incorporado",
          "GN03", "El registro no cumple una regla de negocio",
          "ZZ99", "Código no documentado");

  private final Vertx vertx;
  private final OpcionesDelMinisterio opciones;
  private final Map<Falla, Integer> golpes = new IdentityHashMap<>();
  private final Map<Servicio, Integer> enCurso = new HashMap<>();
  private Libro libro;
  private Negocio negocio = new Negocio();
  private Emisor emisor;
  private Fallas fallas;
  private ModoDelMinisterio modo;
  private Random dados;
  private int concurrencia;
  private int concurrenciaMaxima;
  private boolean comoNumero;

  Atencion(Vertx vertx, OpcionesDelMinisterio opciones) {
    this.vertx = vertx;
    this.opciones = opciones;
    this.libro = new Libro(opciones.libro());
    this.emisor = new Emisor(opciones.reloj());
    this.fallas = opciones.fallas();
    this.modo = opciones.modo();
    this.dados = dados(fallas);
  }

  void atender(HttpServerRequest request, Buffer body) {
    if (request.path().equals("/token")) {
      esperar(latencia(null), () -> token(request, body));
      return;
    }
    for (Servicio servicio : Servicio.values()) {
      if (request.path().equalsIgnoreCase(servicio.ruta())) {
        llegada(request, servicio, body);
        return;
      }
    }
    responder(request, 404, "{\"Message\":\"No HTTP resource was found\"}");
  }

  // --- token

  private void token(HttpServerRequest request, Buffer body) {
    MultiMap forma = forma(body);
    Optional<Falla> falla = falla(null, "");
    if (falla.isEmpty()) {
      Emisor.Respuesta respuesta = emisor.pedir(forma, modo);
      responder(request, respuesta.estado(), Json.escribir(respuesta.cuerpo()));
      return;
    }
    String cliente = Optional.ofNullable(forma.get("client_id")).orElse("");
    emisor.contar(cliente);
    switch (falla.get().tipo()) {
      case CREDENCIAL_RECHAZADA ->
          responder(request, 400, Json.escribir(Emisor.error("invalid_grant", "Contraseña incorrecta").cuerpo()));
      case CLIENTE_RECHAZADO ->
          responder(request, 400, Json.escribir(Emisor.error("invalid_client", "ClientID inválido").cuerpo()));
      case TOKEN_REVOCADO -> responder(request, 200, Json.escribir(emisor.emitir(cliente, modo, false)));
      default -> estropear(request, falla.get(), 200, Json.escribir(emisor.emitir(cliente, modo, true)));
    }
  }

  private static MultiMap forma(Buffer body) {
    MultiMap forma = MultiMap.caseInsensitiveMultiMap();
    for (String par : body.toString(StandardCharsets.UTF_8).split("&", -1)) {
      int igual = par.indexOf('=');
      if (igual > 0) {
        forma.add(
            URLDecoder.decode(par.substring(0, igual), StandardCharsets.UTF_8),
            URLDecoder.decode(par.substring(igual + 1), StandardCharsets.UTF_8));
      }
    }
    return forma;
  }

  // --- services

  /** A request of one service on its way to the answer. */
  private record Llamada(
      HttpServerRequest request, Servicio servicio, String cuerpo, String token, String recibido, @Nullable Map<String, String> campos) {

    String radicado() {
      if (campos == null) {
        return "";
      }
      String numero = Estructura.valor(campos, "numeroRadicadoSolicitud");
      return numero.isEmpty() ? Estructura.valor(campos, "numeroRadicado") : numero;
    }
  }

  private void llegada(HttpServerRequest request, Servicio servicio, Buffer body) {
    concurrencia++;
    concurrenciaMaxima = Math.max(concurrenciaMaxima, concurrencia);
    libro.concurrencia(servicio.nombre(), enCurso.merge(servicio, 1, Integer::sum));
    Llamada llamada =
        new Llamada(
            request,
            servicio,
            body.toString(StandardCharsets.UTF_8),
            bearer(request),
            opciones.reloj().instant().toString(),
            campos(body));
    Integer capacidad = fallas.capacidad();
    boolean lleno = capacidad != null && concurrencia > capacidad;
    Runnable fin =
        () -> {
          concurrencia--;
          enCurso.merge(servicio, -1, Integer::sum);
        };
    if (lleno) {
      anotar(llamada, "", "", 429, false);
      Integer retryAfter = fallas.capacidadRetryAfter();
      if (retryAfter != null) {
        request.response().putHeader("Retry-After", String.valueOf(retryAfter));
      }
      responder(request, 429, "{\"Message\":\"Too many requests\"}");
      fin.run();
      return;
    }
    esperar(
        latencia(servicio),
        () -> {
          try {
            atender(llamada);
          } finally {
            fin.run();
          }
        });
  }

  private void atender(Llamada llamada) {
    Optional<Falla> falla = falla(llamada.servicio(), llamada.radicado());
    if (falla.isPresent() && !falla.get().tomaEfecto()) {
      sinEfecto(llamada, falla.get());
      return;
    }
    String rechazo = tokenMalo(llamada);
    if (!rechazo.isEmpty()) {
      anotar(llamada, "", "", 401, false);
      responder(llamada.request(), 401, Json.escribir(Map.of("Message", rechazo)));
      return;
    }
    Map<String, String> campos = llamada.campos();
    if (campos == null) {
      anotar(llamada, "", "", 400, false);
      responder(llamada.request(), 400, "{\"Message\":\"The request is invalid.\"}");
      return;
    }
    String codigo =
        Estructura.falta(llamada.servicio(), campos)
            .orElseGet(() -> negocio.juzgar(llamada.servicio(), llamada.radicado(), campos, llamada.cuerpo(), modo));
    boolean glosa = codigo.startsWith("G");
    int estado = glosa ? modo.estadoDeGlosa() : 200;
    String texto = triple(codigo, glosa ? "400" : "200");
    if (falla.isPresent()) {
      boolean contesta = falla.get().tipo() == TipoFalla.GOTEO;
      anotar(llamada, contesta ? codigo : "", codigo, contesta ? estado : 0, true);
      estropear(llamada.request(), falla.get(), estado, texto);
    } else {
      anotar(llamada, codigo, codigo, estado, true);
      responder(llamada.request(), estado, texto);
    }
  }

  private void sinEfecto(Llamada llamada, Falla falla) {
    if (falla.tipo() == TipoFalla.TOKEN_REVOCADO) {
      emisor.revocar(llamada.token());
    }
    int estado =
        switch (falla.tipo()) {
          case ESTADO_HTTP -> falla.estado() == null ? 500 : falla.estado();
          case NO_AUTORIZADO, TOKEN_REVOCADO -> 401;
          case REINICIO_ANTES, REINICIO_DESPUES, SIN_RESPUESTA, TRUNCADA -> 0;
          case GOTEO, NO_JSON, MANTENIMIENTO, DESMEDIDA, CODIGO_DESCONOCIDO -> 200;
          case CREDENCIAL_RECHAZADA, CLIENTE_RECHAZADO -> 400;
        };
    anotar(llamada, falla.tipo() == TipoFalla.CODIGO_DESCONOCIDO ? "ZZ99" : "", "", estado, false);
    estropear(llamada.request(), falla, 200, triple("200", "200"));
  }

  /** Answers as the fault says; {@code texto} is what a whole answer would be. */
  private void estropear(HttpServerRequest request, Falla falla, int estado, String texto) {
    Integer retryAfter = falla.retryAfter();
    if (retryAfter != null) {
      request.response().putHeader("Retry-After", String.valueOf(retryAfter));
    }
    switch (falla.tipo()) {
      case ESTADO_HTTP ->
          responder(request, falla.estado() == null ? 500 : falla.estado(), "{\"Message\":\"An error has occurred.\"}");
      case NO_AUTORIZADO, TOKEN_REVOCADO ->
          responder(request, 401, "{\"Message\":\"Authorization has been denied for this request.\"}");
      case REINICIO_ANTES, REINICIO_DESPUES -> request.connection().close();
      case SIN_RESPUESTA -> {}
      case TRUNCADA -> truncar(request, texto);
      case GOTEO -> gotear(request, estado, texto, falla);
      case NO_JSON -> responder(request, 200, "recibido, gracias");
      case MANTENIMIENTO -> {
        request.response().putHeader("Content-Type", "text/html; charset=utf-8");
        request.response().end("<!DOCTYPE html><html><body><h1>Sitio en mantenimiento</h1></body></html>");
      }
      case DESMEDIDA ->
          responder(request, 200, "{\"relleno\":\"" + "x".repeat(falla.bytes() == null ? DESMEDIDA : falla.bytes()) + "\"}");
      case CODIGO_DESCONOCIDO -> responder(request, 200, triple("ZZ99", "200"));
      case CREDENCIAL_RECHAZADA, CLIENTE_RECHAZADO -> responder(request, 400, "{\"error\":\"invalid_request\"}");
    }
  }

  private static void truncar(HttpServerRequest request, String texto) {
    byte[] bytes = texto.getBytes(StandardCharsets.UTF_8);
    request
        .toNetSocket()
        .onSuccess(
            (NetSocket socket) ->
                socket
                    .write(
                        Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Type: " + JSON + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                            .appendBytes(bytes, 0, bytes.length / 2))
                    .onComplete(written -> socket.close()));
  }

  private void gotear(HttpServerRequest request, int estado, String texto, Falla falla) {
    Buffer todo = Buffer.buffer(texto);
    HttpServerResponse response = request.response().setStatusCode(estado);
    response.putHeader("Content-Type", JSON).putHeader("Content-Length", String.valueOf(todo.length()));
    int porVez = falla.bytes() == null ? 1 : falla.bytes();
    int pausa = falla.pausa() == null ? 100 : falla.pausa();
    int[] hecho = {0};
    vertx.setPeriodic(
        pausa,
        timer -> {
          int hasta = Math.min(todo.length(), hecho[0] + porVez);
          if (response.closed()) {
            vertx.cancelTimer(timer);
          } else if (hasta == todo.length()) {
            vertx.cancelTimer(timer);
            response.end(todo.slice(hecho[0], hasta));
          } else {
            response.write(todo.slice(hecho[0], hasta));
            hecho[0] = hasta;
          }
        });
  }

  /** Empty when the token is good for this service. */
  private String tokenMalo(Llamada llamada) {
    Emisor.Emision emision = emisor.emision(llamada.token());
    if (emision == null) {
      return "Authorization has been denied for this request.";
    }
    if (emisor.vencida(emision)) {
      libro.vencido(llamada.servicio().nombre());
      return "The token has expired.";
    }
    if (!emision.clientId().equals(llamada.servicio().clientId())) {
      libro.ajeno(llamada.servicio().nombre());
      return "The token was issued for another client.";
    }
    return "";
  }

  private void anotar(Llamada llamada, String codigo, String decision, int estado, boolean procesado) {
    Emisor.Emision emision = emisor.emision(llamada.token());
    libro.anotar(
        new EntradaDelLibro(
            libro.siguiente(),
            llamada.servicio().nombre(),
            emision == null ? "" : emision.clientId(),
            llamada.radicado(),
            llamada.cuerpo(),
            codigo,
            decision,
            estado,
            procesado,
            procesado && (decision.equals(Negocio.ACEPTADO) || decision.startsWith("AN")),
            Emisor.huella(llamada.token()),
            llamada.recibido(),
            opciones.reloj().instant().toString()));
  }

  private String triple(String codigo, String resultado) {
    String mensaje = MENSAJES.getOrDefault(codigo, "El registro tiene una glosa de estructura");
    Map<String, Object> cuerpo = new LinkedHashMap<>();
    comoNumero = !comoNumero;
    boolean numero =
        switch (modo.resultado()) {
          case TEXTO -> false;
          case NUMERO -> true;
          case ALTERNO -> comoNumero;
        };
    if (numero) {
      cuerpo.put("resultado", Integer.parseInt(resultado));
    } else {
      cuerpo.put("resultado", resultado);
    }
    cuerpo.put("mensaje", mensaje);
    cuerpo.put("codigo", codigo);
    return Json.escribir(cuerpo);
  }

  /** Fields by lower-case name; null when the body is no flat JSON object in UTF-8. */
  private static @Nullable Map<String, String> campos(Buffer body) {
    try {
      String texto = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
      JsonNode json = Json.MAPPER.readTree(texto);
      if (json == null || !json.isObject()) {
        return null;
      }
      Map<String, String> campos = new HashMap<>();
      json.properties()
          .forEach(e -> campos.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().isNull() ? "" : e.getValue().asText()));
      return campos;
    } catch (CharacterCodingException notUtf8) {
      return null;
    } catch (IOException notJson) {
      return null;
    }
  }

  private static String bearer(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, "bearer ", 0, 7) ? header.substring(7).strip() : "";
  }

  private static void responder(HttpServerRequest request, int estado, String texto) {
    HttpServerResponse response = request.response();
    if (!response.closed()) {
      response.setStatusCode(estado).putHeader("Content-Type", JSON).end(texto);
    }
  }

  // --- faults

  private Optional<Falla> falla(@Nullable Servicio servicio, String radicado) {
    for (Falla falla : fallas.lista()) {
      if (!falla.alcanza(servicio, radicado)) {
        continue;
      }
      Integer veces = falla.veces();
      int dados_ = golpes.getOrDefault(falla, 0);
      Double probabilidad = falla.probabilidad();
      boolean toca = probabilidad == null || dados.nextDouble() < probabilidad;
      if (toca && (veces == null || dados_ < veces)) {
        golpes.put(falla, dados_ + 1);
        return Optional.of(falla);
      }
    }
    return Optional.empty();
  }

  private long latencia(@Nullable Servicio servicio) {
    Map<String, Latencia> porLugar = fallas.porLugar();
    Latencia latencia = servicio == null ? porLugar.get(Falla.TOKEN) : porLugar.get(servicio.nombre());
    if (latencia == null && servicio != null) {
      latencia = porLugar.get(Falla.TODOS);
    }
    if (latencia == null) {
      return 0;
    }
    return switch (latencia.forma()) {
      case FIJA -> latencia.minMs();
      case UNIFORME -> latencia.minMs() + (long) (dados.nextDouble() * (latencia.maxMs() - latencia.minMs()));
      case LOGNORMAL ->
          Math.min(latencia.maxMs(), (long) (latencia.minMs() * Math.exp(latencia.sigma() * dados.nextGaussian())));
    };
  }

  private void esperar(long milisegundos, Runnable accion) {
    if (milisegundos <= 0) {
      accion.run();
    } else {
      vertx.setTimer(milisegundos, timer -> accion.run());
    }
  }

  private static Random dados(Fallas fallas) {
    Long semilla = fallas.semilla();
    return new Random(semilla == null ? 1 : semilla);
  }

  // --- control

  Fallas fallas() {
    return fallas;
  }

  void fallas(Fallas nuevas) {
    fallas = nuevas;
    golpes.clear();
    dados = dados(nuevas);
  }

  ModoDelMinisterio modo() {
    return modo;
  }

  void modo(ModoDelMinisterio nuevo) {
    modo = nuevo;
  }

  Libro libro() {
    return libro;
  }

  Negocio negocio() {
    return negocio;
  }

  Emisor emisor() {
    return emisor;
  }

  void reiniciar() {
    libro.cerrar();
    libro = new Libro(opciones.libro());
    negocio = new Negocio();
    emisor = new Emisor(opciones.reloj());
    modo = opciones.modo();
    concurrenciaMaxima = 0;
    fallas(Fallas.ninguna());
  }

  ResumenDelMinisterio resumen() {
    Map<String, ResumenDelMinisterio.DelServicio> servicios = new LinkedHashMap<>();
    long dobles = 0;
    for (Servicio servicio : Servicio.values()) {
      servicios.put(servicio.nombre(), libro.resumen(servicio, negocio));
      dobles += negocio.dobles(servicio);
    }
    return new ResumenDelMinisterio(
        emisor.pedidos(),
        emisor.entregados(),
        emisor.porCliente(),
        dobles,
        negocio.empleadoresEnSat(),
        concurrenciaMaxima,
        servicios);
  }
}
