package co.satccf.token.http;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.Montaje;
import co.satccf.token.prueba.Registro;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredencialesTest extends TokenServiceTest {

  private static final String PRUEBA = "/credenciales/prueba?servicio=Desafiliacion";

  @Test
  void tellsSinceWhenTheyAreInUseAndWhatTheMinistrySaidOfThem() {
    // Given
    Resultado antes = Llamada.get("/credenciales");
    String primera = reloj.instant().toString();
    Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofHours(1));
    String segunda = reloj.instant().toString();
    Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofHours(1));

    // When
    Resultado despues = Llamada.get("/credenciales");

    // Then
    assertThat(antes.cuerpo().getString("estado")).isEqualTo("SIN_PROBAR");
    assertThat(antes.cuerpo().getString("enUsoDesde")).isNull();
    assertThat(despues.cabecera("Cache-Control")).isEqualTo("no-store");
    assertThat(despues.cuerpo().getString("entorno")).isEqualTo("desarrollo");
    assertThat(despues.cuerpo().getString("estado")).isEqualTo("ACEPTADA");
    assertThat(despues.cuerpo().getString("enUsoDesde")).isEqualTo(primera);
    assertThat(despues.cuerpo().getString("ultimoExito")).isEqualTo(segunda);
    assertThat(despues.cuerpo().getString("ultimoRechazo")).isNull();
    noSecretIn(despues);
  }

  @Test
  void aTrialThatIsRefusedClosesTheGateAndOneThatIsGrantedOpensIt() {
    // Given
    ministerio().contesta(f -> Contestacion.error(400, "invalid_grant"));

    // When
    Resultado rechazada = Llamada.post(PRUEBA, "", "Ana Perez");
    Resultado token = Llamada.token(DESAFILIACION);
    Resultado estado = Llamada.get("/credenciales");

    // Then
    assertThat(rechazada.cuerpo().getString("resultado")).isEqualTo("CREDENCIAL_RECHAZADA");
    assertThat(token.codigo()).isEqualTo("CREDENCIAL_RECHAZADA");
    assertThat(estado.cuerpo().getString("estado")).isEqualTo("RECHAZADA");
    assertThat(estado.cuerpo().getString("ultimoRechazo")).isNotNull();

    // When the Ministry has unlocked the account, with the same password
    ministerio().contesta(ministerio()::concederOtro);
    reloj.avanzar(Duration.ofMinutes(5));
    Resultado aceptada = Llamada.post(PRUEBA, "", "Ana Perez");

    // Then: and the token of the trial is the live one
    assertThat(aceptada.cuerpo().getString("resultado")).isEqualTo("ACEPTADA");
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(2);
    noSecretIn(rechazada);
    noSecretIn(aceptada);
  }

  @Test
  void theyAreTriedOnceInFiveMinutesHoweverManyPeopleAsk() {
    // When
    Resultado primera = Llamada.post(PRUEBA, "", "Ana");
    reloj.avanzar(Duration.ofMinutes(1));
    Resultado segunda = Llamada.post(PRUEBA, "", "Beto");

    // Then
    assertThat(primera.estado()).isEqualTo(200);
    assertThat(segunda.estado()).isEqualTo(429);
    assertThat(segunda.codigo()).isEqualTo("PRUEBA_RECIENTE");
    assertThat(segunda.retryAfter()).isEqualTo(Duration.ofMinutes(4));
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void everyTrialIsAuditedWithWhoAskedAndFromWhere() {
    // When
    Llamada.post(PRUEBA, "", "Ana");

    // Then
    assertThat(
            filas()
                .columna(
                    "select concat_ws('|', quien, que, desde, detalle) from auditoria order by id"))
        .containsExactly(
            "Ana|PRUEBA_PEDIDA|127.0.0.1|Desafiliacion",
            "sistema|CREDENCIAL_NUEVA|token-service|",
            "Ana|PRUEBA_TERMINADA|127.0.0.1|Desafiliacion: CONCEDIDO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sistema", "SISTEMA"})
  void nobodyTriesThemWithoutASubjectOrUnderANameOfOurs(String nombre) {
    // When
    Resultado resultado = Llamada.post(PRUEBA, "", nombre);

    // Then
    assertThat(resultado.estado()).isEqualTo(403);
    assertThat(peticiones()).isZero();
    assertThat(filas().columna("select quien from auditoria")).isEmpty();
  }

  @Test
  void refusesATrialOfAServiceThatIsNone() {
    assertThat(Llamada.post("/credenciales/prueba?servicio=Otro", "", "Ana").estado())
        .isEqualTo(400);
    assertThat(peticiones()).isZero();
  }

  @Test
  void nothingWritesThem() {
    for (String metodo : new String[] {"PUT", "POST", "PATCH", "DELETE"}) {
      assertThat(Llamada.con(metodo, "/credenciales", "{\"clave\":\"otra\"}").estado())
          .as(metodo)
          .isEqualTo(405);
    }
  }

  @Test
  void aNewPasswordTakesEffectAtTheNextRenewalWithoutARestart() {
    // Given
    Llamada.token(DESAFILIACION);

    // When
    Montaje.DEL_SERVICIO.credencial("otro-usuario", "otra clave = con signos \\ y ñ ");
    reloj.avanzar(Duration.ofHours(1));
    Llamada.token(DESAFILIACION);

    // Then
    assertThat(ministerio().peticiones().getLast().formulario())
        .containsEntry("username", "otro-usuario")
        .containsEntry("password", "otra clave = con signos \\ y ñ ");
    assertThat(filas().columna("select count(*) from credencial")).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "usuario=a",
        "clave=secreta-rota",
        "usuario=\nclave=secreta-rota",
        "usuario=a\nclave=secreta-rota\nsecreta-rota",
        "usuario=a\nclave=secreta-rota\nclave=secreta-rota"
      })
  void aFileThatCannotBeReadIsToldAndWhatLivesIsStillHandedOut(String texto) {
    // Given
    Llamada.token(DESAFILIACION);
    try (Registro registro = new Registro()) {
      // When
      Montaje.DEL_SERVICIO.escribir("desarrollo", texto);
      Resultado vivo = Llamada.token(DESAFILIACION);
      reloj.avanzar(Duration.ofHours(1));
      Resultado negado = Llamada.token(DESAFILIACION);
      Resultado estado = Llamada.get("/credenciales");

      // Then
      assertThat(vivo.estado()).isEqualTo(200);
      assertThat(negado.codigo()).isEqualTo("CREDENCIAL_ILEGIBLE");
      assertThat(estado.codigo()).isEqualTo("CREDENCIAL_ILEGIBLE");
      assertThat(peticiones()).isEqualTo(1);
      assertThat(Llamada.get("/q/metrics").respuesta().body())
          .contains("sat_archivo_ilegible{archivo=\"credencial\"} 1.0");
      assertThat(registro.lineas())
          .anyMatch(linea -> linea.contains("event=credential_unreadable"))
          .noneMatch(linea -> linea.contains("secreta-rota"));
    }
  }

  @Test
  void theDatabaseHoldsNoPasswordUserNorToken() {
    // When
    Llamada.token(DESAFILIACION);
    Llamada.post(PRUEBA, "", "Ana");

    // Then
    for (String tabla : new String[] {"token", "credencial", "auditoria", "puerta"}) {
      assertThat(filas().columna("select t::text from %s t".formatted(tabla)))
          .isNotEmpty()
          .noneMatch(fila -> fila.contains("token-secreto"))
          .noneMatch(fila -> fila.contains(MinisterioResource.CLAVE))
          .noneMatch(fila -> fila.contains(MinisterioResource.USUARIO));
    }
    assertThat(filas().columna("select encode(cifrado, 'escape') from token"))
        .noneMatch(bytes -> bytes.contains("token-secreto"));
  }

  private static void noSecretIn(Resultado resultado) {
    assertThat(resultado.respuesta().body())
        .doesNotContain(MinisterioResource.CLAVE)
        .doesNotContain(MinisterioResource.USUARIO)
        .doesNotContain("token-secreto");
  }
}
