package co.satccf.token.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.PruebaDePuerta;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every door for people: locked, and open to whom it should be. */
@QuarkusTest
class PuertasDeAdministracionTest extends TokenServiceTest {

  private static final Set<String> METODOS = Set.of("get", "post", "put", "delete");
  private static final Set<String> PARA_CONSULTA =
      Set.of(
          "/catalogo", "/catalogo/{nombre}", "/terminos", "/terminos/versiones", "/credenciales");

  @TestHTTPResource("/")
  URI servicio;

  /** One operation of the OpenAPI document. */
  private record Puerta(String metodo, String ruta) {

    UsuarioDeArena rol() {
      return metodo.equals("GET") && PARA_CONSULTA.contains(ruta)
          ? UsuarioDeArena.CONSULTA
          : UsuarioDeArena.ADMINISTRADOR;
    }

    Resultado con(String autorizacion) {
      return Llamada.con(
          autorizacion,
          metodo,
          ruta.replace("{paso}", "CORREO_CONFIRMADO").replaceAll("\\{[^}]+}", "nada"),
          "{}");
    }
  }

  @Test
  void nobodyComesInWithoutAToken() {
    assertThat(puertas()).hasSizeGreaterThan(25);
    for (Puerta puerta : puertas()) {
      Resultado negado = puerta.con("");
      assertThat(negado.estado()).as(puerta.toString()).isEqualTo(401);
      assertThat(negado.codigo()).isEqualTo("SIN_TOKEN");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/catalogo",
        "/terminos",
        "/compartidos",
        "/acreditacion",
        "/auditoria",
        "/auditoria/recientes"
      })
  void opensToNoTokenThatIsTwisted(String ruta) throws Exception {
    // When
    Map<String, String> fallas =
        PruebaDePuerta.fallas(
            servicio.resolve(ruta),
            "Bearer " + IdentidadDePrueba.administrador(),
            IdentidadDePrueba.torcidosDePersona("token-service"));

    // Then
    assertThat(fallas).isEmpty();
  }

  @Test
  void eachRoleOpensItsDoorsAndNoOthers() {
    for (Puerta puerta : puertas()) {
      for (UsuarioDeArena rol : UsuarioDeArena.values()) {
        // When
        Resultado resultado = puerta.con("Bearer " + IdentidadDePrueba.persona("ana", rol));

        // Then
        if (rol.compareTo(puerta.rol()) < 0) {
          assertThat(resultado.estado()).as(puerta + " as " + rol).isEqualTo(403);
        } else {
          assertThat(resultado.estado()).as(puerta + " as " + rol).isNotIn(401, 403, 500);
        }
      }
    }
    assertThat(peticiones()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"afiliacion-service", "novedades-service", "otro"})
  void aServiceIsNoPersonWhateverItAsks(String nombre) {
    String token = "Bearer " + IdentidadDePrueba.servicio(nombre);
    for (Puerta puerta : puertas()) {
      assertThat(puerta.con(token).estado()).as(puerta.toString()).isEqualTo(403);
    }
    assertThat(peticiones()).isZero();
  }

  private static List<Puerta> puertas() {
    JsonObject rutas =
        new JsonObject(Llamada.get("/q/openapi?format=json").respuesta().body())
            .getJsonObject("paths");
    return rutas.fieldNames().stream()
        .filter(ruta -> !ruta.startsWith("/tokens"))
        .flatMap(
            ruta ->
                rutas.getJsonObject(ruta).fieldNames().stream()
                    .filter(METODOS::contains)
                    .map(metodo -> new Puerta(metodo.toUpperCase(Locale.ROOT), ruta)))
        .toList();
  }
}
