package co.satccf.sandbox.identidad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in at the console as a browser does, for tests that need no browser. */
public final class EntradaDePrueba {
  private static final Duration PLAZO = Duration.ofMinutes(1);
  private static final Pattern OCULTO =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  private EntradaDePrueba() {}

  /**
   * Opens a page of the console, signs in where it is led to, and comes back.
   *
   * @return a client that carries the session's cookies and follows redirects
   * @throws IllegalStateException when the page does not lead to the sign-in page, or not back
   */
  public static HttpClient como(UsuarioDeArena quien, URI pagina) {
    HttpClient navegador =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpResponse<String> entrada = pedir(navegador, HttpRequest.newBuilder(pagina));
    if (!entrada.uri().getPath().equals("/authorize") || entrada.statusCode() != 200) {
      throw new IllegalStateException(pagina + " led to no sign-in page: " + entrada);
    }
    Map<String, String> campos = ocultos(entrada.body());
    campos.put("usuario", quien.rol());
    campos.put("clave", quien.clave());
    HttpResponse<String> vuelta =
        pedir(
            navegador,
            HttpRequest.newBuilder(entrada.uri().resolve("/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(formulario(campos))));
    if (!vuelta.uri().getAuthority().equals(pagina.getAuthority())) {
      throw new IllegalStateException("the sign-in did not lead back: " + vuelta);
    }
    return navegador;
  }

  /** What the sign-in page sends along. */
  static Map<String, String> ocultos(String html) {
    Map<String, String> campos = new TreeMap<>();
    Matcher oculto = OCULTO.matcher(html);
    while (oculto.find()) {
      campos.put(oculto.group(1), oculto.group(2).replace("&amp;", "&"));
    }
    return campos;
  }

  /** As a form is sent. */
  static String formulario(Map<String, String> campos) {
    return campos.entrySet().stream()
        .map(campo -> campo.getKey() + "=" + codificado(campo.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String codificado(String texto) {
    return URLEncoder.encode(texto, StandardCharsets.UTF_8);
  }

  static HttpResponse<String> pedir(HttpClient navegador, HttpRequest.Builder pedido) {
    try {
      return navegador.send(pedido.timeout(PLAZO).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
