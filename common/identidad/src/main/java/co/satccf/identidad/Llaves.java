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
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Where the public keys of one issuer are read: a file, or an address. While they cannot be read,
 * the last ones serve, and nobody waits but those who ask while it is tried, once in ten seconds.
 */
final class Llaves implements SimpleGet {

  private static final Logger LOG = Logger.getLogger(Llaves.class);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration PLAZO = Duration.ofSeconds(5);

  /** A key that its issuer has taken back opens no longer than this. */
  private static final Duration FRESCAS = Duration.ofMinutes(5);

  /** While the issuer cannot be reached. */
  private static final Duration ANTIGUAS = Duration.ofHours(1);

  /** Neither tokens that name keys nobody has nor an issuer that is away make us ask each time. */
  private static final Duration ENTRE_PREGUNTAS = Duration.ofSeconds(10);

  private final URI direccion;
  private final Optional<Path> token;
  private final LongSupplier nanos;
  private final HttpClient http;

  private @Nullable Leidas ultimas;
  private @Nullable Falla falla;

  /** A good key set, and when it was read. */
  private record Leidas(String cuerpo, long cuando) {}

  /** Why keys could not be read, and when that was. */
  private record Falla(IOException causa, long cuando) {}

  /** As {@link #de}, what its keys are read with. */
  Llaves(URI direccion, Optional<Path> token, @Nullable SSLContext tls, LongSupplier nanos) {
    this.direccion = direccion;
    this.token = token;
    this.nanos = nanos;
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PLAZO);
    this.http = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /**
   * @param token file of the bearer token to ask with
   * @param tls whom to trust; the platform's authorities when null
   * @param nanos a clock as {@link System#nanoTime}
   */
  static VerificationKeyResolver de(
      URI direccion, Optional<Path> token, @Nullable SSLContext tls, LongSupplier nanos) {
    HttpsJwks jwks = new HttpsJwks(direccion.toString());
    jwks.setSimpleHttpGet(new Llaves(direccion, token, tls, nanos));
    jwks.setDefaultCacheDuration(FRESCAS.toSeconds());
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
  public synchronized SimpleResponse get(String location) throws IOException {
    long ahora = nanos.getAsLong();
    if (falla == null || ahora - falla.cuando() >= ENTRE_PREGUNTAS.toNanos()) {
      leer();
    }
    if (ultimas != null && (falla == null || ahora - ultimas.cuando() < ANTIGUAS.toNanos())) {
      return respuesta(ultimas.cuerpo());
    }
    throw new IOException("no keys can be read", falla == null ? null : falla.causa());
  }

  private void leer() {
    try {
      String cuerpo = direccion.getScheme().equals("file") ? delArchivo() : deLaDireccion();
      if (new JsonWebKeySet(cuerpo).getJsonWebKeys().isEmpty()) {
        throw new IOException("a set of no keys");
      }
      ultimas = new Leidas(cuerpo, nanos.getAsLong());
      if (falla != null) {
        falla = null;
        LOG.infof("event=keys_read_again direccion=%s", direccion);
      }
    } catch (IOException | JoseException | RuntimeException e) {
      IOException causa = e instanceof IOException io ? io : new IOException(e);
      if (falla == null) {
        LOG.errorf(
            "event=keys_not_read alert=true direccion=%s cause=\"%s\"", direccion, e.getMessage());
      }
      falla = new Falla(causa, nanos.getAsLong());
    }
  }

  private String delArchivo() throws IOException {
    return Files.readString(Path.of(direccion));
  }

  private String deLaDireccion() throws IOException {
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
      return respuesta.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Without the headers: how long keys are kept is ours to say. */
  private static SimpleResponse respuesta(String cuerpo) {
    return new Response(200, "", Map.<String, List<String>>of(), cuerpo);
  }
}
