package co.satccf.token.http;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.MinisterioDePrueba.Peticion;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.TokenServiceTest;
import co.satccf.token.vigente.TokenVigente;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EntregaTest extends TokenServiceTest {

  /** 20 minutes less a margin of 60 s and 120 s ahead of it. */
  private static final long HASTA_RENOVAR = 1_200 - 60 - 120;

  @Test
  void handsOutATokenWithItsFingerprintAndTheSecondsItMayBeUsed() {
    // When
    Resultado resultado = Llamada.token(DESAFILIACION);

    // Then
    assertThat(resultado.estado()).isEqualTo(200);
    assertThat(resultado.cabecera("Cache-Control")).isEqualTo("no-store");
    assertThat(resultado.cuerpo().fieldNames())
        .containsExactlyInAnyOrder("servicio", "token", "tipo", "huella", "segundosRestantes");
    assertThat(resultado.cuerpo().getString("servicio")).isEqualTo("Desafiliacion");
    assertThat(resultado.cuerpo().getString("tipo")).isEqualTo("bearer");
    assertThat(resultado.token()).startsWith("token-secreto-");
    assertThat(resultado.huella()).isEqualTo(TokenVigente.huella(resultado.token()));
    assertThat(resultado.segundosRestantes()).isEqualTo(1_199 - 60 - 120);
  }

  @Test
  void asksWithFourFormFieldsAndNothingElse() {
    // When
    Llamada.token(DESAFILIACION);

    // Then
    Peticion peticion = ministerio().peticiones().getFirst();
    assertThat(peticion.ruta()).isEqualTo("/token");
    assertThat(peticion.formulario())
        .isEqualTo(
            Map.of(
                "grant_type",
                "password",
                "username",
                MinisterioResource.USUARIO,
                "password",
                MinisterioResource.CLAVE,
                "client_id",
                MinisterioResource.clientId(DESAFILIACION)));
    assertThat(peticion.cabeceras()).doesNotContainKey("Authorization");
    assertThat(peticion.cabeceras().get("Content-type"))
        .startsWith("application/x-www-form-urlencoded");
  }

  @Test
  void asksForEachServiceWithItsOwnClientIdAndOnce() {
    // When
    for (ServicioSat servicio : ServicioSat.values()) {
      Llamada.token(servicio);
      Llamada.token(servicio);
    }

    // Then
    assertThat(ministerio().peticiones())
        .extracting(peticion -> peticion.formulario().get("client_id"))
        .containsExactlyElementsOf(
            Arrays.stream(ServicioSat.values()).map(MinisterioResource::clientId).toList());
  }

  @Test
  void neverAsksForAServiceNobodyAsksFor() {
    // Given
    Llamada.token(AFILIACION_PRIMERA_VEZ);

    // When: its life passes unasked
    reloj.avanzar(Duration.ofHours(3));
    Llamada.token(DESAFILIACION);

    // Then
    assertThat(ministerio().peticiones())
        .extracting(peticion -> peticion.formulario().get("client_id"))
        .containsExactly(
            MinisterioResource.clientId(AFILIACION_PRIMERA_VEZ),
            MinisterioResource.clientId(DESAFILIACION));
  }

  @Test
  void countsTheLifeFromTheStartOfTheRequest() {
    // Given: an answer that takes 100 s to come
    ministerio()
        .contesta(
            formulario -> {
              reloj.avanzar(Duration.ofSeconds(100));
              return ministerio().concederOtro(formulario);
            });

    // When
    Resultado resultado = Llamada.token(DESAFILIACION);

    // Then
    assertThat(resultado.segundosRestantes()).isEqualTo(1_199 - 60 - 120 - 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"expires_in\":86400",
        "\"expires_in\":\"86400\"",
        "\"expires_in\":99999999999999",
        "\"expires_in\":null",
        "\"other\":1"
      })
  void believesNoLifeLongerThanTwentyMinutes(String vida) {
    // Given
    ministerio()
        .contesta(
            f ->
                Contestacion.json(
                    200, "{\"access_token\":\"%s\",%s}".formatted(ministerio().otroToken(), vida)));

    // When
    Resultado resultado = Llamada.token(DESAFILIACION);

    // Then
    assertThat(resultado.segundosRestantes()).isEqualTo(HASTA_RENOVAR);
  }

  @Test
  void tellsACallerWhichServicesThereAre() {
    // When
    Resultado resultado = Llamada.get("/tokens/Inexistente");

    // Then
    assertThat(resultado.estado()).isEqualTo(404);
    assertThat(resultado.cabecera("Content-Type")).startsWith("application/problem+json");
    assertThat(resultado.codigo()).isEqualTo("NO_ENCONTRADO");
    assertThat(resultado.cuerpo().getString("detail")).contains("EstadoPagoEmpleador");
    assertThat(peticiones()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"huella\":\"corta\"}", "{\"huella\":7}", "null"})
  void refusesARefusalWithoutAFingerprint(String cuerpo) {
    // When
    Resultado resultado = Llamada.post("/tokens/Desafiliacion/rechazos", cuerpo);

    // Then
    assertThat(resultado.estado()).isEqualTo(400);
    assertThat(resultado.cabecera("Content-Type")).startsWith("application/problem+json");
    assertThat(resultado.codigo()).isEqualTo("SOLICITUD_INCORRECTA");
    assertThat(peticiones()).isZero();
  }

  @Test
  void answersWrongPathsAndMethodsWithProblems() {
    // When
    Resultado sinRuta = Llamada.get("/otra");
    Resultado sinMetodo = Llamada.post("/tokens/Desafiliacion", "{}");
    Resultado rechazoDesconocido =
        Llamada.post("/tokens/Otro/rechazos", "{\"huella\":\"0123456789abcdef\"}");

    // Then
    assertThat(sinRuta.codigo()).isEqualTo("NO_ENCONTRADO");
    assertThat(sinMetodo.codigo()).isEqualTo("METODO_NO_PERMITIDO");
    assertThat(rechazoDesconocido.codigo()).isEqualTo("NO_ENCONTRADO");
  }
}
