package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A caja as the Ministry sees it: asks for tokens and reports, with nothing of the suite. */
final class Caja implements AutoCloseable {
  /** What came back. */
  record Vuelta(int estado, String texto, HttpHeaders cabeceras) {
    JsonNode json() {
      try {
        return MAPPER.readTree(texto);
      } catch (IOException e) {
        throw new IllegalStateException("not JSON", e);
      }
    }

    List<String> campos() {
      List<String> nombres = new ArrayList<>();
      json().fieldNames().forEachRemaining(nombres::add);
      return nombres;
    }

    String codigo() {
      return json().path("codigo").asText("");
    }
  }

  static final ObjectMapper MAPPER = new ObjectMapper();

  private final String url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Caja(String url) {
    this.url = url;
  }

  static Map<String, String> formulario(String clientId) {
    Map<String, String> campos = new LinkedHashMap<>();
    campos.put("username", ClientesSat.USUARIO);
    campos.put("password", ClientesSat.CLAVE);
    campos.put("client_id", clientId);
    campos.put("grant_type", "password");
    return campos;
  }

  Vuelta pedirToken(Map<String, String> campos) throws IOException {
    String cuerpo =
        campos.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return enviar(
        HttpRequest.newBuilder(URI.create(url + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(cuerpo)));
  }

  String token(Servicio servicio) throws IOException {
    return pedirToken(formulario(servicio.clientId())).json().path("access_token").asText();
  }

  Vuelta reportar(Servicio servicio, String cuerpo) throws IOException {
    return reportar(servicio, "bearer " + token(servicio), cuerpo.getBytes(StandardCharsets.UTF_8));
  }

  Vuelta reportar(Servicio servicio, @Nullable String autorizacion, byte[] cuerpo)
      throws IOException {
    HttpRequest.Builder pedido =
        HttpRequest.newBuilder(URI.create(url + servicio.ruta()))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(cuerpo));
    if (autorizacion != null) {
      pedido.header("Authorization", autorizacion);
    }
    return enviar(pedido);
  }

  /** Writes a report and hangs up. */
  void irseTrasEscribir(Servicio servicio, String autorizacion, String cuerpo) throws IOException {
    try (Socket socket = escribir(servicio, autorizacion, cuerpo)) {
      socket.setSoLinger(true, 0);
    }
  }

  /** The same over a bare socket, which tells a reset from an end. */
  byte[] reportarPorSocket(Servicio servicio, String autorizacion, String cuerpo)
      throws IOException {
    try (Socket socket = escribir(servicio, autorizacion, cuerpo)) {
      socket.setSoTimeout(20_000);
      return socket.getInputStream().readAllBytes();
    }
  }

  private Socket escribir(Servicio servicio, String autorizacion, String cuerpo)
      throws IOException {
    URI destino = URI.create(url);
    byte[] bytes = cuerpo.getBytes(StandardCharsets.UTF_8);
    String cabeza =
        "POST %s HTTP/1.1\r\nHost: ministerio\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(servicio.ruta(), autorizacion, bytes.length);
    Socket socket = new Socket(destino.getHost(), destino.getPort());
    socket.getOutputStream().write(cabeza.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    return socket;
  }

  private Vuelta enviar(HttpRequest.Builder pedido) throws IOException {
    try {
      HttpResponse<String> respuesta =
          http.send(
              pedido.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
      return new Vuelta(respuesta.statusCode(), respuesta.body(), respuesta.headers());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
