package co.satccf.reporting.consola;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import co.satccf.sandbox.identidad.EntradaDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A person at the console, signed in at the sandbox's provider. */
public final class Navegador {

  private static final Pattern CSRF = Pattern.compile("X-CSRF-TOKEN\":\"([A-Za-z0-9_-]+)\"");

  private final URI base;
  private final HttpClient http;

  private Navegador(URI base, HttpClient http) {
    this.base = base;
    this.http = http;
  }

  /**
   * @param base of the service under test
   */
  public static Navegador como(UsuarioDeArena quien, URI base) {
    return new Navegador(base, EntradaDePrueba.como(quien, base.resolve("/consola")));
  }

  public HttpResponse<String> get(String ruta, String... cabeceras) {
    var pedido = HttpRequest.newBuilder(base.resolve(ruta));
    if (cabeceras.length > 0) {
      pedido.headers(cabeceras);
    }
    return enviar(pedido);
  }

  /** Sends a form as a page of ours does, with its token. */
  public HttpResponse<String> post(String ruta, Map<String, String> campos) {
    return post(ruta, campos.entrySet().stream().toList());
  }

  /** As {@link #post(String, Map)}, with fields that come more than once. */
  public HttpResponse<String> post(String ruta, List<Map.Entry<String, String>> campos) {
    var formulario = new ArrayList<>(campos);
    formulario.add(Map.entry("csrf", csrf()));
    return enviar(formulario(ruta, formulario));
  }

  /** The form alone, without our token. */
  public HttpRequest.Builder formulario(String ruta, List<Map.Entry<String, String>> campos) {
    return HttpRequest.newBuilder(base.resolve(ruta))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                campos.stream()
                    .map(campo -> campo.getKey() + "=" + URLEncoder.encode(campo.getValue(), UTF_8))
                    .collect(joining("&"))));
  }

  /** The token that pages carry for this browser. */
  public String csrf() {
    var token = CSRF.matcher(get("/consola").body());
    if (!token.find()) {
      throw new AssertionError("the page carries no token");
    }
    return token.group(1);
  }

  public HttpResponse<String> enviar(HttpRequest.Builder pedido) {
    try {
      return http.send(pedido.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
