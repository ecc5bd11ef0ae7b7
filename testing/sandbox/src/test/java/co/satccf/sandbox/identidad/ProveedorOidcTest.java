package co.satccf.sandbox.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.entorno.Entorno;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProveedorOidcTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VUELTA = "http://127.0.0.1:18085/consola/entrada";
  private static final String VERIFICADOR = "v".repeat(43);

  /** Making its keys takes longer than all the tests. */
  private static final Arena ARENA = Arena.nueva();

  private static final List<String> AUDIENCIAS = List.of("reporting-service", "token-service");

  private final RelojQueAvanza reloj = new RelojQueAvanza();
  private final ProveedorOidc proveedor =
      ProveedorOidc.iniciar(Entorno.DESARROLLO, ARENA, AUDIENCIAS, reloj);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void cerrar() {
    proveedor.close();
    http.close();
  }

  @Test
  void doesNotStartInProduction() {
    assertThatThrownBy(
            () -> ProveedorOidc.iniciar(Entorno.PRODUCCION, ARENA, AUDIENCIAS, Clock.systemUTC()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sat.entorno = 'produccion'");
  }

  @Test
  void tellsWhereItsPartsAre() throws Exception {
    JsonNode documento = json(pedir(en("/.well-known/openid-configuration")));
    assertThat(documento.path("issuer").asText()).isEqualTo(ARENA.personas().nombre());
    for (String parte : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
      assertThat(documento.path(parte).asText()).startsWith(proveedor.url() + "/");
    }
    assertThat(documento.path("code_challenge_methods_supported").get(0).asText())
        .isEqualTo("S256");
  }

  @Test
  void aPersonSignsInAndTheConsoleGetsTokensThatTheDoorsKnow() throws Exception {
    // When
    HttpResponse<String> vuelta = entrar("operador", "operador-de-arena", peticion());
    // Then
    assertThat(vuelta.statusCode()).isEqualTo(303);
    assertThat(destino(vuelta)).startsWith(VUELTA + "?code=").endsWith("&state=e%20%26");
    JsonNode tokens = json(canjear(codigo(vuelta), VUELTA, VERIFICADOR));
    JsonNode acceso = verificado(tokens.path("access_token").asText());
    assertThat(acceso.path("iss").asText()).isEqualTo("https://arena.sat-ccf.invalid/personas");
    assertThat(acceso.path("sub").asText()).isEqualTo("oscar.operador");
    assertThat(acceso.path("aud")).hasSize(2);
    assertThat(acceso.path("realm_access").path("roles").get(0).asText()).isEqualTo("operador");
    JsonNode identidad = verificado(tokens.path("id_token").asText());
    assertThat(identidad.path("aud").get(0).asText()).isEqualTo("consola");
    assertThat(identidad.path("nonce").asText()).isEqualTo("n-1");
    assertThat(identidad.path("preferred_username").asText()).isEqualTo("oscar.operador");
  }

  @ParameterizedTest
  @CsvSource({
    "operador,otra",
    "operador,''",
    "operador,administrador-de-arena",
    "nadie,operador-de-arena",
    "'',''"
  })
  void aWrongPasswordOpensNothing(String usuario, String clave) throws Exception {
    HttpResponse<String> respuesta = entrar(usuario, clave, peticion());
    assertThat(respuesta.statusCode()).isEqualTo(403);
    assertThat(respuesta.headers().firstValue("Location")).isEmpty();
    assertThat(respuesta.body()).contains("El usuario o la contraseña no coinciden");
  }

  @Test
  void whatAPersonTypesIsNoMarkup() throws Exception {
    String guion = "\"><script>alert(1)</script>";
    Map<String, String> peticion = peticion();
    peticion.put("state", guion);
    HttpResponse<String> respuesta = entrar(guion, "x", peticion);
    assertThat(respuesta.body())
        .doesNotContain("<script")
        .contains("&quot;&gt;&lt;script&gt;alert(1)");
    assertThat(EntradaDePrueba.ocultos(respuesta.body())).containsKey("state");
    assertThat(respuesta.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(regla -> assertThat(regla).startsWith("default-src 'none'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://otro.example/consola",
        "http://127.0.0.1.otro.example/consola",
        "http://otro.example:80@127.0.0.1:8085/consola",
        "http://127.0.0.1:8085/otra",
        "http://127.0.0.1:8085/consola/../otra",
        "http://127.0.0.1:8085/consolas",
        "http://127.0.0.1:8085/consola#x",
        "javascript:alert(1)",
        "/consola",
        "no es una dirección",
        ""
      })
  void nobodyIsSentElsewhere(String direccion) throws Exception {
    Map<String, String> peticion = peticion();
    peticion.put("redirect_uri", direccion);
    for (HttpResponse<String> respuesta :
        List.of(pagina(peticion), entrar("operador", "operador-de-arena", peticion))) {
      assertThat(respuesta.statusCode()).isEqualTo(400);
      assertThat(respuesta.headers().firstValue("Location")).isEmpty();
      assertThat(respuesta.body()).contains("No se puede entrar");
    }
  }

  @Test
  void anUnknownClientGetsNothing() throws Exception {
    // Given
    String codigo = codigo(entrar("operador", "operador-de-arena", peticion()));
    Map<String, String> otra = peticion();
    otra.put("client_id", "otra");
    // Then
    assertThat(pagina(otra).statusCode()).isEqualTo(400);
    for (String quien :
        List.of("otra:" + ClienteDeArena.SECRETO, "consola:otro", "consola:", "consola", "")) {
      HttpResponse<String> respuesta = tokens(quien, canje(codigo, VUELTA, VERIFICADOR));
      assertThat(respuesta.statusCode()).as(quien).isEqualTo(401);
      assertThat(json(respuesta).path("error").asText()).isEqualTo("invalid_client");
    }
    assertThat(canjear(codigo, VUELTA, VERIFICADOR).statusCode())
        .as("none of them used up the code")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "response_type,token,unsupported_response_type",
    "scope,profile,invalid_scope",
    "code_challenge,'',invalid_request",
    "code_challenge_method,plain,invalid_request",
    "prompt,none,login_required"
  })
  void tellsTheConsoleWhatIsWrongWithItsRequest(String campo, String valor, String error)
      throws Exception {
    Map<String, String> peticion = peticion();
    peticion.put(campo, valor);
    for (HttpResponse<String> respuesta :
        List.of(pagina(peticion), entrar("operador", "operador-de-arena", peticion))) {
      assertThat(destino(respuesta)).startsWith(VUELTA + "?error=" + error + "&state=");
    }
  }

  @Test
  void aCodeThatComesAgainClosesWhatItOpened() throws Exception {
    // Given
    String codigo = codigo(entrar("operador", "operador-de-arena", peticion()));
    JsonNode tokens = json(canjear(codigo, VUELTA, VERIFICADOR));
    String refresco = tokens.path("refresh_token").asText();
    assertThat(refrescar(refresco).statusCode()).isEqualTo(200);
    // When
    HttpResponse<String> otraVez = canjear(codigo, VUELTA, VERIFICADOR);
    // Then
    assertThat(otraVez.statusCode()).isEqualTo(400);
    assertThat(json(otraVez).path("error").asText()).isEqualTo("invalid_grant");
    assertThat(refrescar(refresco).statusCode()).isEqualTo(400);
  }

  @Test
  void aCodeIsForWhoeverBeganAndForNobodyElse() throws Exception {
    String ajeno = "w".repeat(43);
    String corto = "v".repeat(42);
    for (Map<String, String> malo :
        List.of(
            Map.of("code_verifier", ajeno, "redirect_uri", VUELTA),
            Map.of("code_verifier", corto, "redirect_uri", VUELTA),
            Map.of("redirect_uri", VUELTA),
            Map.of("code_verifier", VERIFICADOR),
            Map.of("code_verifier", VERIFICADOR, "redirect_uri", VUELTA + "/otra"))) {
      String codigo = codigo(entrar("operador", "operador-de-arena", peticion()));
      Map<String, String> canje = new TreeMap<>(malo);
      canje.put("grant_type", "authorization_code");
      canje.put("code", codigo);
      assertThat(tokens(consola(), canje).statusCode()).as(malo.toString()).isEqualTo(400);
      assertThat(canjear(codigo, VUELTA, VERIFICADOR).statusCode())
          .as("a code that was tried is used up")
          .isEqualTo(400);
    }
  }

  @Test
  void aCodeWaitsAMinute() throws Exception {
    String codigo = codigo(entrar("operador", "operador-de-arena", peticion()));
    reloj.avanzar(Duration.ofSeconds(61));
    assertThat(canjear(codigo, VUELTA, VERIFICADOR).statusCode()).isEqualTo(400);
  }

  @Test
  void newTokensAreHadUntilTheSessionEnds() throws Exception {
    // Given
    JsonNode tokens =
        json(
            canjear(
                codigo(entrar("consulta", "consulta-de-arena", peticion())), VUELTA, VERIFICADOR));
    String refresco = tokens.path("refresh_token").asText();
    // Then
    JsonNode nuevos = json(refrescar(refresco));
    assertThat(verificado(nuevos.path("access_token").asText()).path("sub").asText())
        .isEqualTo("carla.consulta");
    assertThat(verificado(nuevos.path("id_token").asText()).has("nonce")).isFalse();
    // When
    HttpResponse<String> salida =
        pedir(
            en(
                "/logout?"
                    + EntradaDePrueba.formulario(
                        Map.of(
                            "id_token_hint",
                            tokens.path("id_token").asText(),
                            "post_logout_redirect_uri",
                            "http://127.0.0.1:18085/consola",
                            "state",
                            "s"))));
    // Then
    assertThat(destino(salida)).isEqualTo("http://127.0.0.1:18085/consola?state=s");
    assertThat(refrescar(refresco).statusCode()).isEqualTo(400);
  }

  @Test
  void aWorkingDayEndsEverySession() throws Exception {
    JsonNode tokens =
        json(
            canjear(
                codigo(entrar("consulta", "consulta-de-arena", peticion())), VUELTA, VERIFICADOR));
    reloj.avanzar(Duration.ofHours(12).plusSeconds(1));
    assertThat(refrescar(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(400);
  }

  @Test
  void signingOutLeadsNowhereElse() throws Exception {
    HttpResponse<String> salida =
        pedir(en("/logout?post_logout_redirect_uri=https%3A%2F%2Fotro.example%2Fconsola"));
    assertThat(salida.statusCode()).isEqualTo(200);
    assertThat(salida.body()).contains("Sesión cerrada");
  }

  @Test
  void whatItDoesNotKnowIsNotThere() throws Exception {
    assertThat(pedir(en("/otra")).statusCode()).isEqualTo(404);
    assertThat(pedir(en("/token")).statusCode()).isEqualTo(405);
    assertThat(tokens(consola(), Map.of("grant_type", "password")).body())
        .contains("unsupported_grant_type");
  }

  private static Map<String, String> peticion() throws GeneralSecurityException {
    byte[] huella =
        MessageDigest.getInstance("SHA-256").digest(VERIFICADOR.getBytes(StandardCharsets.UTF_8));
    return new TreeMap<>(
        Map.of(
            "client_id",
            "consola",
            "redirect_uri",
            VUELTA,
            "response_type",
            "code",
            "scope",
            "openid",
            "state",
            "e &",
            "nonce",
            "n-1",
            "code_challenge",
            Base64.getUrlEncoder().withoutPadding().encodeToString(huella),
            "code_challenge_method",
            "S256"));
  }

  private HttpResponse<String> pagina(Map<String, String> peticion) {
    return pedir(en("/authorize?" + EntradaDePrueba.formulario(peticion)));
  }

  private HttpResponse<String> entrar(String usuario, String clave, Map<String, String> peticion) {
    Map<String, String> campos = new TreeMap<>(peticion);
    campos.put("usuario", usuario);
    campos.put("clave", clave);
    return publicar(en("/authorize"), campos);
  }

  private HttpResponse<String> canjear(String codigo, String vuelta, String verificador) {
    return tokens(consola(), canje(codigo, vuelta, verificador));
  }

  private static Map<String, String> canje(String codigo, String vuelta, String verificador) {
    return Map.of(
        "grant_type",
        "authorization_code",
        "code",
        codigo,
        "redirect_uri",
        vuelta,
        "code_verifier",
        verificador);
  }

  private HttpResponse<String> refrescar(String refresco) {
    return tokens(consola(), Map.of("grant_type", "refresh_token", "refresh_token", refresco));
  }

  private static String consola() {
    return "consola:" + ClienteDeArena.SECRETO;
  }

  private HttpResponse<String> tokens(String quien, Map<String, String> campos) {
    String basic = Base64.getEncoder().encodeToString(quien.getBytes(StandardCharsets.UTF_8));
    return publicar(en("/token").header("Authorization", "Basic " + basic), campos);
  }

  private HttpResponse<String> publicar(HttpRequest.Builder pedido, Map<String, String> campos) {
    return pedir(
        pedido
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(EntradaDePrueba.formulario(campos))));
  }

  private HttpResponse<String> pedir(HttpRequest.Builder pedido) {
    return EntradaDePrueba.pedir(http, pedido);
  }

  private HttpRequest.Builder en(String ruta) {
    return HttpRequest.newBuilder(URI.create(proveedor.url() + ruta));
  }

  private static String destino(HttpResponse<String> respuesta) {
    return respuesta.headers().firstValue("Location").orElse("").replace("+", "%20");
  }

  private static String codigo(HttpResponse<String> vuelta) {
    Matcher codigo = Pattern.compile("[?&]code=([^&]+)").matcher(destino(vuelta));
    assertThat(codigo.find()).isTrue();
    return URLDecoder.decode(codigo.group(1), StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<String> respuesta) throws IOException {
    return JSON.readTree(respuesta.body());
  }

  /** The claims, when a key of the published set signed them. */
  private JsonNode verificado(String token) throws Exception {
    JsonNode llave = json(pedir(en("/jwks"))).path("keys").get(0);
    String[] partes = token.split("\\.", -1);
    Signature firma = Signature.getInstance("SHA256withRSA");
    firma.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(numero(llave, "n"), numero(llave, "e"))));
    firma.update((partes[0] + "." + partes[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(firma.verify(Base64.getUrlDecoder().decode(partes[2]))).isTrue();
    return JSON.readTree(Base64.getUrlDecoder().decode(partes[1]));
  }

  private static BigInteger numero(JsonNode llave, String campo) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(llave.path(campo).asText()));
  }

  private static final class RelojQueAvanza extends Clock {
    private volatile Instant ahora = Instant.parse("2026-03-02T13:00:00Z");

    void avanzar(Duration tiempo) {
      ahora = ahora.plus(tiempo);
    }

    @Override
    public Instant instant() {
      return ahora;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
