package co.satccf.reporting.consola.familias;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path of another service, with its question.
 *
 * @param valor encoded, with a slash before it
 */
public record Direccion(String valor) {

  /** Each step as it is, whatever it is made of: {@code de("reportes", servicio, radicado)}. */
  public static Direccion de(String... pasos) {
    return new Direccion(
        Arrays.stream(pasos).map(Direccion::codificado).collect(Collectors.joining("/", "/", "")));
  }

  /** With one parameter more; without a value it stays away. */
  public Direccion con(String parametro, @Nullable Object dado) {
    if (dado == null || dado.toString().isBlank()) {
      return this;
    }
    var union = valor.indexOf('?') < 0 ? '?' : '&';
    return new Direccion(valor + union + codificado(parametro) + '=' + codificado(dado.toString()));
  }

  private static String codificado(String texto) {
    return URLEncoder.encode(texto, UTF_8).replace("+", "%20");
  }
}
