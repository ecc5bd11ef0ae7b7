package co.satccf.token.terminos;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TerminosTest extends TokenServiceTest {

  private static final String ACEPTAR = "/terminos/aceptacion";

  @Test
  void withoutTheirAcceptanceNothingIsCalled() {
    // Given an installation that nobody has accepted them in, and a token from before
    String huella = Llamada.token(DESAFILIACION).huella();
    filas()
        .ejecutar(
            "update terminos set aceptado = null, aceptado_por = null, aceptado_desde = null");
    int antes = peticiones();

    // When
    for (Duration lapso : List.of(Duration.ZERO, Duration.ofHours(1))) {
      reloj.avanzar(lapso);
      for (ServicioSat servicio : ServicioSat.values()) {
        Resultado negado = Llamada.token(servicio);
        // Then
        assertThat(negado.estado()).isEqualTo(503);
        assertThat(negado.codigo()).isEqualTo("TERMINOS_SIN_ACEPTAR");
        assertThat(negado.retryAfter()).isEqualTo(Duration.ofMinutes(1));
      }
    }
    assertThat(Llamada.rechazo(DESAFILIACION, huella).codigo()).isEqualTo("TERMINOS_SIN_ACEPTAR");
    assertThat(Llamada.post("/credenciales/prueba", "", "Ana").codigo())
        .isEqualTo("TERMINOS_SIN_ACEPTAR");
    assertThat(peticiones()).isEqualTo(antes);
    assertThat(Llamada.get("/terminos").cuerpo().getString("aceptado")).isNull();

    // When somebody accepts them
    Resultado aceptados = Llamada.post(ACEPTAR, "{\"version\":1}");

    // Then
    assertThat(aceptados.estado()).isEqualTo(200);
    assertThat(aceptados.cuerpo().getString("aceptado")).isEqualTo(reloj.instant().toString());
    assertThat(aceptados.cuerpo().getString("aceptadoPor")).isEqualTo(IdentidadDePrueba.QUIEN);
    assertThat(aceptados.cuerpo().getString("aceptadoDesde")).isEqualTo("127.0.0.1");
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
    assertThat(filas().auditoria())
        .contains(IdentidadDePrueba.QUIEN + "|TERMINOS_ACEPTADOS|127.0.0.1|versión 1");
  }

  @Test
  void aNewVersionIsAcceptedAnewAndTheOldOneStaysAsItWas() {
    // When
    Resultado nueva =
        Llamada.post("/terminos/versiones", "{\"texto\":\"Otras condiciones\\n1. …\"}");

    // Then
    assertThat(nueva.estado()).isEqualTo(201);
    assertThat(nueva.cuerpo().getInteger("version")).isEqualTo(2);
    assertThat(Llamada.token(DESAFILIACION).codigo()).isEqualTo("TERMINOS_SIN_ACEPTAR");

    // When the one that was read is not the newest
    Resultado vieja = Llamada.post(ACEPTAR, "{\"version\":1}");

    // Then
    assertThat(vieja.estado()).isEqualTo(409);
    assertThat(vieja.detalle()).contains("version = 1").contains("es la 2");
    assertThat(Llamada.token(DESAFILIACION).codigo()).isEqualTo("TERMINOS_SIN_ACEPTAR");
    assertThat(peticiones()).isZero();

    // When
    Llamada.post(ACEPTAR, "{\"version\":2}");

    // Then
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
    Resultado todas = Llamada.get("/terminos/versiones");
    assertThat(todas.cuerpo().getJsonArray("versiones").getJsonObject(0).getString("texto"))
        .isEqualTo("Otras condiciones\n1. …");
    assertThat(todas.cuerpo().getJsonArray("versiones").getJsonObject(1).getString("aceptadoPor"))
        .isEqualTo("prueba");
    assertThat(filas().auditoria())
        .filteredOn(asiento -> asiento.contains("TERMINOS"))
        .containsExactly(
            IdentidadDePrueba.QUIEN + "|TERMINOS_PUBLICADOS|127.0.0.1|versión 2",
            IdentidadDePrueba.QUIEN + "|TERMINOS_ACEPTADOS|127.0.0.1|versión 2");
  }

  @Test
  void whoAcceptsFirstIsTheOneWhoAccepted() {
    // Given
    Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}");
    Llamada.post(ACEPTAR, "{\"version\":2}");
    String cuando = reloj.instant().toString();
    reloj.avanzar(Duration.ofDays(1));

    // When
    Resultado segunda =
        Llamada.postCon(
            "Bearer " + IdentidadDePrueba.persona("Beto", UsuarioDeArena.ADMINISTRADOR),
            ACEPTAR,
            "{\"version\":2}");

    // Then
    assertThat(segunda.estado()).isEqualTo(200);
    assertThat(segunda.cuerpo().getString("aceptado")).isEqualTo(cuando);
    assertThat(segunda.cuerpo().getString("aceptadoPor")).isEqualTo(IdentidadDePrueba.QUIEN);
    assertThat(filas().auditoria()).hasSize(2);
  }

  @Test
  void theTextThatComesWithTheServiceNamesItsSource() {
    assertThat(Llamada.get("/terminos").cuerpo().getString("texto"))
        .contains("manual MN82")
        .contains("Acepto")
        .contains("política de privacidad y retención");
  }

  @Test
  void theSameTextIsNoNewVersion() {
    // Given
    Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}");

    // When
    Resultado repetida = Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}");

    // Then
    assertThat(repetida.codigo()).isEqualTo("YA_EXISTE");
    assertThat(filas().columna("select count(*) from terminos")).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "{\"version\":null}", "{\"version\":\"uno\"}", "[1]"})
  void anAcceptanceThatNamesNoVersionIsNone(String cuerpo) {
    // Given
    Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}");

    // When
    Resultado negada = Llamada.post(ACEPTAR, cuerpo);

    // Then
    assertThat(negada.estado()).isEqualTo(400);
    assertThat(Llamada.get("/terminos").cuerpo().getString("aceptado")).isNull();
  }
}
