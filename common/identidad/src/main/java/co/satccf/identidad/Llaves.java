package co.satccf.identidad;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Where the public keys of one issuer are read: a file, or an address. */
final class Llaves implements SimpleGet {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration PLAZO = Duration.ofSeconds(5);

  /** A key that its issuer has taken back opens no longer than this. */
  private static final Duration FRESCAS = Duration.ofMinutes(5);

  /** While the issuer cannot be reached. */
  private static final Duration ANTIGUAS = Duration.ofHours(1);

  /** Tokens that name keys nobody has must not make us ask the issuer each time. */
  private static final Duration ENTRE_PREGUNTAS = Duration.ofSeconds(10);

  private final URI direccion;
  private final Optional<Path> token;
  private final HttpClient http;

  private Llaves(URI direccion, Optional<Path> token, @Nullable SSLContext tls) {
    this.direccion = direccion;
    this.token = token;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PLAZO);
    this.http = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /**
   * @param token file of the bearer token to ask with
   * @param tls whom to trust; the platform's authorities when null
   */
  static VerificationKeyResolver de(URI direccion, Optional<Path> token, @Nullable SSLContext tls) {
    HttpsJwks jwks = new HttpsJwks(direccion.toString());
    jwks.setSimpleHttpGet(new Llaves(direccion, token, tls));
    jwks.setDefaultCacheDuration(FRESCAS.toSeconds());
    jwks.setRetainCacheOnErrorDuration(ANTIGUAS.toSeconds());
    jwks.setRefreshReprieveThreshold(ENTRE_PREGUNTAS.toMillis());
    return new HttpsJwksVerificationKeyResolver(jwks);
  }

  /**
   * @throws IllegalArgumentException when keys read there could be anybody's
   */
  static URI direccion(String propiedad, String valor) {
    URI direccion = valor.startsWith("/") ? Path.of(valor).toUri() : URI.create(valor);
    String host = direccion.getHost();
    boolean buena =
        switch (String.valueOf(direccion.getScheme())) {
          case "file" -> true;
          case "https" -> host != null;
          case "http" -> host != null && LOOPBACK.contains(host);
          default -> false;
        };
    if (!buena) {
      throw new IllegalArgumentException(
          "%s = '%s': expected a file, an https address, or http to this machine"
              .formatted(propiedad, valor));
    }
    return direccion;
  }

  @Override
  public SimpleResponse get(String location) throws IOException {
    return direccion.getScheme().equals("file") ? delArchivo() : deLaDireccion();
  }

  private SimpleResponse delArchivo() throws IOException {
    return respuesta(200, Files.readString(Path.of(direccion)));
  }

  private SimpleResponse deLaDireccion() throws IOException {
    HttpRequest.Builder pedido = HttpRequest.newBuilder(direccion).timeout(PLAZO);
    if (token.isPresent()) {
      pedido.header("Authorization", "Bearer " + Files.readString(token.get()).strip());
    }
    try {
      HttpResponse<String> respuesta =
          http.send(pedido.build(), HttpResponse.BodyHandlers.ofString());
      if (respuesta.statusCode() != 200) {
        throw new IOException("the keys' address answered " + respuesta.statusCode());
      }
      return respuesta(200, respuesta.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Without the headers: how long keys are kept is ours to say. */
  private static SimpleResponse respuesta(int estado, String cuerpo) {
    return new Response(estado, "", Map.<String, List<String>>of(), cuerpo);
  }
}
