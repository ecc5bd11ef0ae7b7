package co.satccf.sandbox.identidad;

import co.satccf.model.entorno.Entorno;
import co.satccf.sandbox.identidad.Sesiones.Sesion;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A small OpenID Connect provider for the built-in persons: what the console asks of any provider,
 * and nothing else. Authorization code with PKCE (S256), refresh tokens, sign-out. Its tokens are
 * those of the issuer of persons, which no service takes in production.
 */
public final class ProveedorOidc implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ProveedorOidc.class.getName());
  private static final Duration VIDA = Duration.ofMinutes(10);
  private static final String NADIE = "no-store";
  private static final String JSON = "application/json";

  private final Arena arena;
  private final List<String> audiencias;
  private final Sesiones sesiones;
  private final Vertx vertx;
  private final int puerto;

  private ProveedorOidc(Arena arena, List<String> audiencias, Clock reloj) {
    this.arena = arena;
    this.audiencias = List.copyOf(audiencias);
    this.sesiones = new Sesiones(reloj);
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                // One thread decides everything.
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                // Else Vert.x makes a folder in the temp folder that a kill leaves behind.
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    this.puerto =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(pedido -> siempre(pedido, () -> atender(pedido)))
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  /**
   * Starts one in this process, on a free port of loopback.
   *
   * @param audiencias the services that persons may ask
   * @throws IllegalStateException in production
   */
  static ProveedorOidc iniciar(Entorno entorno, Arena arena, List<String> audiencias, Clock reloj) {
    Identidades.soloFueraDeProduccion(entorno);
    return new ProveedorOidc(arena, audiencias, reloj);
  }

  /** Value of {@code quarkus.oidc.auth-server-url}. */
  public String url() {
    return "http://127.0.0.1:" + puerto;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void atender(HttpServerRequest pedido) {
    boolean get = pedido.method() == HttpMethod.GET;
    switch (pedido.path()) {
      case "/.well-known/openid-configuration" -> json(pedido.response(), 200, descubrimiento());
      case "/jwks" -> texto(pedido.response(), 200, JSON, arena.personas().llaves());
      case "/estilo.css" -> texto(pedido.response(), 200, "text/css", PaginaDeEntrada.ESTILO);
      case "/authorize" -> con(pedido, get, campos -> autorizar(pedido, campos));
      case "/token" -> con(pedido, false, campos -> darTokens(pedido, campos));
      case "/logout" -> con(pedido, get, campos -> salir(pedido, campos));
      default -> pedido.response().setStatusCode(404).end();
    }
  }

  /** With the fields of the query, or of the form of a POST. */
  private static void con(
      HttpServerRequest pedido, boolean deLaConsulta, Consumer<MultiMap> tarea) {
    if (deLaConsulta) {
      tarea.accept(pedido.params());
    } else if (pedido.method() == HttpMethod.POST) {
      pedido
          .setExpectMultipart(true)
          .end()
          .onSuccess(leido -> siempre(pedido, () -> tarea.accept(pedido.formAttributes())));
    } else {
      pedido.response().setStatusCode(405).end();
    }
  }

  /** Vert.x lets whoever asks wait for ever when something fails. */
  private static void siempre(HttpServerRequest pedido, Runnable tarea) {
    try {
      tarea.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.ERROR, "event=oidc_request_failed path=" + pedido.path(), e);
      pedido.response().setStatusCode(500).end();
    }
  }

  private Map<String, Object> descubrimiento() {
    return Map.of(
        "issuer", arena.personas().nombre(),
        "authorization_endpoint", url() + "/authorize",
        "token_endpoint", url() + "/token",
        "jwks_uri", url() + "/jwks",
        "end_session_endpoint", url() + "/logout",
        "response_types_supported", List.of("code"),
        "grant_types_supported", List.of("authorization_code", "refresh_token"),
        "subject_types_supported", List.of("public"),
        "id_token_signing_alg_values_supported", List.of("RS256"),
        "code_challenge_methods_supported", List.of("S256"));
  }

  /** The page, and with {@code usuario} and {@code clave} what comes of it. */
  private void autorizar(HttpServerRequest pedido, MultiMap campos) {
    PeticionDeEntrada peticion = PeticionDeEntrada.de(campos);
    if (!peticion.esDeLaConsola()) {
      pagina(pedido.response(), 400, PaginaDeEntrada.rechazo());
      return;
    }
    Optional<String> error = peticion.error();
    if (error.isPresent()) {
      ir(pedido.response(), peticion.vuelta("error", error.get()));
    } else if (pedido.method() == HttpMethod.GET) {
      pagina(pedido.response(), 200, PaginaDeEntrada.nueva(peticion));
    } else {
      entrar(pedido.response(), peticion, campos);
    }
  }

  private void entrar(HttpServerResponse salida, PeticionDeEntrada peticion, MultiMap campos) {
    String usuario = Optional.ofNullable(campos.get("usuario")).orElse("").strip();
    String clave = Optional.ofNullable(campos.get("clave")).orElse("");
    UsuarioDeArena.con(usuario, clave)
        .ifPresentOrElse(
            quien -> ir(salida, peticion.vuelta("code", sesiones.abrir(quien, peticion))),
            () -> pagina(salida, 403, PaginaDeEntrada.conError(peticion, usuario)));
  }

  private void darTokens(HttpServerRequest pedido, MultiMap campos) {
    HttpServerResponse salida = pedido.response();
    if (!ClienteDeArena.pregunta(pedido.getHeader("Authorization"), campos)) {
      salida.putHeader("WWW-Authenticate", "Basic realm=\"arena\"");
      json(salida, 401, Map.of("error", "invalid_client"));
      return;
    }
    String concesion = Optional.ofNullable(campos.get("grant_type")).orElse("");
    switch (concesion) {
      case "authorization_code" ->
          conceder(
              salida,
              sesiones.canjear(
                  Optional.ofNullable(campos.get("code")).orElse(""),
                  campos.get("redirect_uri"),
                  campos.get("code_verifier")),
              true);
      case "refresh_token" ->
          conceder(
              salida,
              sesiones.renovar(Optional.ofNullable(campos.get("refresh_token")).orElse("")),
              false);
      default -> json(salida, 400, Map.of("error", "unsupported_grant_type"));
    }
  }

  private void conceder(HttpServerResponse salida, Optional<Sesion> sesion, boolean primera) {
    if (sesion.isEmpty()) {
      json(salida, 400, Map.of("error", "invalid_grant"));
      return;
    }
    UsuarioDeArena usuario = sesion.get().usuario();
    json(
        salida,
        200,
        Map.of(
            "access_token",
            arena.dePersona(usuario.sujeto(), List.of(usuario.rol()), audiencias, VIDA),
            "token_type",
            "Bearer",
            "expires_in",
            VIDA.toSeconds(),
            "refresh_token",
            sesion.get().refresco(),
            "id_token",
            deIdentidad(sesion.get(), primera)));
  }

  /** OpenID Connect Core 1.0, section 2; a renewed one has no nonce (section 12.2). */
  private String deIdentidad(Sesion sesion, boolean primera) {
    Map<String, Object> claims =
        Arena.claims(arena.personas(), sesion.usuario().sujeto(), List.of(ClienteDeArena.ID), VIDA);
    claims.put("preferred_username", sesion.usuario().sujeto());
    claims.put("auth_time", sesion.entrada().getEpochSecond());
    claims.put("sid", sesion.id());
    sesion.peticion().nonce().filter(nonce -> primera).ifPresent(it -> claims.put("nonce", it));
    return arena.personas().firmar(claims);
  }

  /** OpenID Connect RP-Initiated Logout 1.0, section 2. */
  private void salir(HttpServerRequest pedido, MultiMap campos) {
    Optional.ofNullable(campos.get("id_token_hint"))
        .flatMap(ProveedorOidc::sesionDe)
        .ifPresent(sesiones::cerrar);
    String vuelta = Optional.ofNullable(campos.get("post_logout_redirect_uri")).orElse("");
    if (!ClienteDeArena.esSuya(vuelta)) {
      pagina(pedido.response(), 200, PaginaDeEntrada.despedida());
      return;
    }
    String estado = campos.get("state");
    ir(
        pedido.response(),
        estado == null ? vuelta : PeticionDeEntrada.agregar(vuelta, "state", estado));
  }

  /** The number of a session is a secret: whoever knows it, and be it unsigned, may end it. */
  private static Optional<String> sesionDe(String token) {
    try {
      String claims = token.split("\\.", -1)[1];
      return Optional.of(
          Emisora.JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("sid").asText());
    } catch (IOException | RuntimeException noToken) {
      return Optional.empty();
    }
  }

  private static void ir(HttpServerResponse salida, String direccion) {
    salida.setStatusCode(303).putHeader("Location", direccion).putHeader("Cache-Control", NADIE);
    salida.end();
  }

  private static void json(HttpServerResponse salida, int estado, Map<String, Object> cuerpo) {
    texto(salida, estado, JSON, Emisora.json(cuerpo));
  }

  private static void pagina(HttpServerResponse salida, int estado, String html) {
    salida.putHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    texto(salida, estado, "text/html; charset=utf-8", html);
  }

  private static void texto(HttpServerResponse salida, int estado, String tipo, String cuerpo) {
    salida
        .setStatusCode(estado)
        .putHeader("Content-Type", tipo)
        .putHeader("Cache-Control", NADIE)
        .end(cuerpo);
  }
}
