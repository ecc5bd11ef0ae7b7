package co.satccf.reporting.consola.sesion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.startsWith;

import co.satccf.reporting.consola.Navegador;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SesionTest {

  private static final Pattern CARGADO =
      Pattern.compile("(?:href|src)=\"(/(?:estatico|webjars)/[^\"]+)\"");

  @TestHTTPResource("/")
  URI base;

  private static RequestSpecification nadie() {
    return given().auth().none().noFiltersOfType(Filter.class).redirects().follow(false);
  }

  @Test
  void leadsToTheProviderWhoeverIsNotSignedIn() {
    nadie()
        .get("/consola/cualquiera")
        .then()
        .statusCode(302)
        .header("Location", containsString("/authorize"))
        .header("Location", containsString("code_challenge="));
  }

  @Test
  void aCallersTokenOpensNoPage() {
    // The filter of REST-assured adds an administrator's.
    given().redirects().follow(false).get("/consola").then().statusCode(302);
  }

  @Test
  void aSessionOpensNoDoorOfTheApi() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);

    // When / Then
    assertThat(ana.get("/conteos").statusCode()).isEqualTo(401);
    assertThat(ana.get("/consola/../conteos").statusCode()).isEqualTo(401);
    assertThat(ana.get("/consola/%2e%2e/conteos").statusCode()).isNotEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void showsWhoIsSignedIn(UsuarioDeArena quien) {
    var pagina = Navegador.como(quien, base).get("/consola");

    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body()).contains(quien.sujeto()).contains("<h1>Tablero</h1>");
  }

  @Test
  void tellsAFragmentThatNobodyIsSignedIn() {
    nadie()
        .header("HX-Request", "true")
        .get("/consola/tablero/cifras")
        .then()
        .statusCode(401)
        .body(startsWith("<div class=\"aviso"))
        .body(containsString("La sesión terminó"))
        .body(containsString("target=\"_blank\""));
  }

  @Test
  void aFormThatComesAfterTheSessionsEndIsGivenBackToBeSentAgain() {
    // Given a form that was filled in for long
    var ana = Navegador.como(UsuarioDeArena.OPERADOR, base);
    var csrf = ana.csrf();
    ana.get("/consola/salida");

    // When
    var respuesta =
        ana.enviar(
            ana.formulario(
                "/consola/reportes/Desafiliacion/a%20b/cuerpo?x=1",
                List.of(
                    Map.entry("csrf", csrf),
                    Map.entry("motivo", "\"Sí\" <b>"),
                    Map.entry("radicado", "1"),
                    Map.entry("radicado", "2"))));

    // Then
    assertThat(respuesta.statusCode()).isEqualTo(401);
    assertThat(respuesta.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(respuesta.body())
        .contains("<h1>La sesión terminó</h1>")
        .contains("action=\"/consola/reportes/Desafiliacion/a%20b/cuerpo?x=1\"")
        .contains("name=\"csrf\" value=\"" + csrf + "\"")
        .contains("name=\"motivo\" value=\"&quot;Sí&quot; &lt;b&gt;\"")
        .contains("name=\"radicado\" value=\"1\"")
        .contains("name=\"radicado\" value=\"2\"");
  }

  @Test
  void nobodyElsePutsWordsIntoThatPage() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.OPERADOR, base);
    var csrf = ana.csrf();
    ana.get("/consola/salida");
    var ajeno = List.of(Map.entry("csrf", "A".repeat(43)), Map.entry("motivo", "gane-un-premio"));
    var suyo = List.of(Map.entry("csrf", csrf), Map.entry("motivo", "gane-un-premio"));

    // When
    var sinLlave = ana.enviar(ana.formulario("/consola/servicios/pausar", ajeno));
    var deOtroSitio =
        ana.enviar(
            ana.formulario("/consola/servicios/pausar", suyo)
                .header("Sec-Fetch-Site", "cross-site"));

    // Then
    assertThat(List.of(sinLlave, deOtroSitio))
        .allSatisfy(
            respuesta -> {
              assertThat(respuesta.statusCode()).isEqualTo(401);
              assertThat(respuesta.body())
                  .contains("<h1>La sesión terminó</h1>")
                  .doesNotContain("gane-un-premio")
                  .doesNotContain("<form");
            });
  }

  @Test
  void theRootLeadsToTheConsole() {
    nadie().get("/").then().statusCode(302).header("Location", "/consola");
  }

  @Test
  void signsOut() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.CONSULTA, base);

    // When
    ana.get("/consola/salida");

    // Then
    assertThat(ana.get("/consola").uri().getPath()).isEqualTo("/authorize");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/consola",
        "/consola/no-existe",
        "/estatico/consola.css",
        "/conteos",
        "/no-existe"
      })
  void everyAnswerHasItsHeaders(String ruta) {
    var respuesta = Navegador.como(UsuarioDeArena.CONSULTA, base).get(ruta).headers();

    assertThat(respuesta.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(respuesta.map())
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("x-frame-options", List.of("SAMEORIGIN"))
        .containsEntry("referrer-policy", List.of("same-origin"))
        .containsEntry("cross-origin-opener-policy", List.of("same-origin"));
  }

  @Test
  void whatASignInNeedsIsToldToNobodyElse() {
    nadie()
        .get("/consola")
        .then()
        .header("Content-Security-Policy", startsWith("default-src 'self'"))
        .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
        .header("Cache-Control", "no-store");
  }

  @Test
  void everythingAPageLoadsIsThere() {
    var ana = Navegador.como(UsuarioDeArena.CONSULTA, base);
    var rutas =
        CARGADO.matcher(ana.get("/consola").body()).results().map(uno -> uno.group(1)).toList();

    assertThat(rutas).hasSizeGreaterThanOrEqualTo(4);
    assertThat(rutas).allSatisfy(ruta -> assertThat(ana.get(ruta).statusCode()).isEqualTo(200));
  }

  @Test
  void pagesHaveNothingInline() {
    var pagina = Navegador.como(UsuarioDeArena.OPERADOR, base).get("/consola").body();

    assertThat(pagina)
        .doesNotContain("<style")
        .doesNotContain(" style=")
        .doesNotContainPattern(" on\\w+=");
    assertThat(pagina.replaceAll("<script src=\"[^\"]+\"(?: defer)?></script>", ""))
        .doesNotContain("<script");
  }

  @Test
  void whatIsNotThereIsAPage() {
    var pagina = Navegador.como(UsuarioDeArena.CONSULTA, base).get("/consola/no-existe");

    assertThat(pagina.statusCode()).isEqualTo(404);
    assertThat(pagina.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(pagina.body()).contains("<h1>No encontrado</h1>");
  }

  @Test
  void refusesAForgedForm() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    var otro = "A".repeat(43);

    // When
    var sinToken = ana.enviar(ana.formulario("/consola/reportes/documento", List.of()));
    var conOtro =
        ana.enviar(ana.formulario("/consola/reportes/documento", List.of(Map.entry("csrf", otro))));
    var sinNada =
        ana.enviar(
            HttpRequest.newBuilder(base.resolve("/consola/reportes/documento"))
                .POST(HttpRequest.BodyPublishers.noBody()));
    var deOtroSitio =
        ana.enviar(
            ana.formulario("/consola/reportes/documento", List.of(Map.entry("csrf", ana.csrf())))
                .header("Sec-Fetch-Site", "cross-site"));

    // Then
    assertThat(List.of(sinToken, conOtro, sinNada, deOtroSitio))
        .allSatisfy(
            respuesta -> {
              assertThat(respuesta.statusCode()).isEqualTo(403);
              assertThat(respuesta.headers().firstValue("Content-Type").orElseThrow())
                  .startsWith("text/html");
              assertThat(respuesta.body())
                  .contains("<h1>La página ya no sirve</h1>")
                  .contains("No se hizo nada")
                  .contains("Vuelva a cargar la página");
            });
  }

  @Test
  void tellsWhoMayNotDoItThatARoleIsMissing() {
    // Given somebody who may only look
    var carla = Navegador.como(UsuarioDeArena.CONSULTA, base);

    // When
    var pagina = carla.post("/consola/servicios/pausar", Map.of("motivo", "x"));
    var fragmento =
        carla.enviar(
            carla
                .formulario("/consola/servicios/pausar", List.of(Map.entry("csrf", carla.csrf())))
                .header("HX-Request", "true"));

    // Then
    assertThat(pagina.statusCode()).isEqualTo(403);
    assertThat(pagina.body())
        .contains("<h1>Sin permiso</h1>")
        .contains("pida el permiso a quien administra los usuarios");
    assertThat(fragmento.statusCode()).isEqualTo(403);
    assertThat(fragmento.body()).startsWith("<div class=\"aviso").contains("Su usuario no puede");
  }

  @Test
  void takesNoFormThatWouldFillTheMemory() {
    // Given somebody who may only look
    var carla = Navegador.como(UsuarioDeArena.CONSULTA, base);

    // When
    var respuesta =
        carla.enviar(
            carla.formulario(
                "/consola/reportes/documento",
                List.of(Map.entry("csrf", carla.csrf()), Map.entry("x", "x".repeat(5 << 20)))));

    // Then
    assertThat(respuesta.statusCode()).isEqualTo(413);
  }
}
