package co.satccf.token.http;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.PruebaDePuerta;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 19: each caller gets only its own services' tokens, and nobody else gets any. */
@QuarkusTest
class PuertaTest extends TokenServiceTest {

  private static final String HUELLA = "{\"huella\":\"0123456789abcdef\"}";

  @TestHTTPResource("/tokens/Desafiliacion")
  URI puerta;

  @ParameterizedTest
  @EnumSource
  void eachFamilyGetsTheTokensOfItsOwnServicesOnly(Familia familia) {
    String suyo = token(familia.topic().substring("sat.".length()) + "-service");
    for (ServicioSat servicio : ServicioSat.values()) {
      String ruta = "/tokens/" + servicio.nombre();
      int antes = peticiones();
      // When
      Resultado pedido = Llamada.get(ruta, suyo);
      Resultado rechazo = Llamada.postCon(suyo, ruta + "/rechazos", HUELLA);
      // Then
      if (servicio.familia() == familia) {
        assertThat(pedido.estado()).isEqualTo(200);
        assertThat(rechazo.estado()).isEqualTo(200);
      } else {
        assertThat(List.of(pedido.estado(), rechazo.estado())).containsOnly(403);
        assertThat(pedido.codigo()).isEqualTo("SIN_PERMISO");
        assertThat(pedido.respuesta().body()).doesNotContain("token-secreto-");
        assertThat(peticiones()).isEqualTo(antes);
      }
    }
  }

  @Test
  void opensToNoTokenThatIsTwisted() throws Exception {
    // When
    Map<String, String> fallas =
        PruebaDePuerta.fallas(
            puerta,
            "Bearer " + token("afiliacion-service"),
            IdentidadDePrueba.torcidosDeServicio(
                "token-service", "system:serviceaccount:sat:afiliacion-service"));

    // Then
    assertThat(fallas).isEmpty();
    assertThat(peticiones()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reporting-service", "token-service", "otro"})
  void aServiceThatTransmitsNothingGetsNothing(String servicio) {
    // When
    Resultado resultado = Llamada.get("/tokens/" + DESAFILIACION.nombre(), token(servicio));

    // Then
    assertThat(resultado.estado()).isEqualTo(403);
    assertThat(resultado.cabecera("Content-Type")).startsWith("application/problem+json");
    assertThat(peticiones()).isZero();
  }

  @Test
  void aPersonGetsNoTokenOfTheMinistryWhateverTheRole() {
    // When
    Resultado resultado =
        Llamada.get(
            "/tokens/" + DESAFILIACION.nombre(),
            "Bearer " + IdentidadDePrueba.persona("ana", UsuarioDeArena.ADMINISTRADOR));

    // Then
    assertThat(resultado.estado()).isEqualTo(403);
    assertThat(peticiones()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/otra",
        "/tokens",
        "/tokens/Desafiliacion/rechazos",
        "/tokens/Nada",
        "/credenciales"
      })
  void tellsNobodyWhatThereIs(String ruta) {
    assertThat(Llamada.get(ruta, "").codigo()).isEqualTo("SIN_TOKEN");
    assertThat(Llamada.postCon("", ruta, "{}").estado()).isEqualTo(401);
  }

  @Test
  void theCredentialsAreForPersonsAndTheirTrialForAnAdministrator() {
    String operador = "Bearer " + IdentidadDePrueba.persona("ana", UsuarioDeArena.OPERADOR);
    String prueba = "/credenciales/prueba";
    assertThat(Llamada.get("/credenciales", operador).estado()).isEqualTo(200);
    assertThat(Llamada.postCon(operador, prueba, "").estado()).isEqualTo(403);
    assertThat(Llamada.get("/credenciales", token("afiliacion-service")).estado()).isEqualTo(403);
    assertThat(Llamada.postCon(token("afiliacion-service"), prueba, "").estado()).isEqualTo(403);
    assertThat(peticiones()).isZero();
  }

  private static String token(String servicio) {
    return "Bearer " + IdentidadDePrueba.servicio(servicio);
  }
}
