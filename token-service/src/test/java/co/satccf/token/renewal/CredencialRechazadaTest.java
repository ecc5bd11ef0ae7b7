package co.satccf.token.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.Registro;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Rule 18: an account must not be locked by us. */
@QuarkusTest
class CredencialRechazadaTest extends TokenServiceTest {

  @Test
  void aWrongPasswordIsSentOnceHoweverManyServicesAndCallersAsk() {
    // Given: one service has a live token when the password ceases to be good
    String vivo = Llamada.token(ServicioSat.DESAFILIACION).huella();
    ministerio().contesta(f -> Contestacion.error(400, "invalid_grant"));
    int antes = peticiones();

    try (Registro registro = new Registro()) {
      // When
      List<Future<Resultado>> llamadas = new ArrayList<>();
      for (ServicioSat servicio : ServicioSat.values()) {
        if (servicio != ServicioSat.DESAFILIACION) {
          llamadas.addAll(Llamada.aLaVez(50, () -> Llamada.token(servicio)));
        }
      }
      List<Resultado> negados = new ArrayList<>(Llamada.todos(llamadas));
      negados.add(Llamada.token(ServicioSat.DESAFILIACION));
      negados.add(Llamada.rechazo(ServicioSat.DESAFILIACION, vivo));
      reloj.avanzar(Duration.ofDays(30));
      for (ServicioSat servicio : ServicioSat.values()) {
        negados.add(Llamada.token(servicio));
      }

      // Then
      assertThat(peticiones() - antes).isEqualTo(1);
      assertThat(negados)
          .allSatisfy(
              negado -> {
                assertThat(negado.estado()).isEqualTo(503);
                assertThat(negado.codigo()).isEqualTo("CREDENCIAL_RECHAZADA");
                assertThat(negado.retryAfter()).isPositive();
                assertThat(negado.cabecera("Content-Type")).startsWith("application/problem+json");
              });
      assertThat(registro.lineas())
          .filteredOn(linea -> linea.contains("alert=true"))
          .singleElement()
          .asString()
          .startsWith("ERROR")
          .contains("event=credential_refused");
      assertThat(registro.lineas())
          .noneMatch(linea -> linea.contains(MinisterioResource.CLAVE))
          .noneMatch(linea -> linea.contains(MinisterioResource.USUARIO));
    }
    tellsSoWithoutBeingTakenOutOfService();
  }

  private static void tellsSoWithoutBeingTakenOutOfService() {
    Resultado salud = Llamada.get("/q/health");
    assertThat(salud.estado()).isEqualTo(200);
    assertThat(salud.respuesta().body())
        .contains("\"CREDENCIAL_RECHAZADA\"")
        .contains("rechazadaDesde");
    assertThat(Llamada.get("/q/health/ready").estado()).isEqualTo(200);
    assertThat(Llamada.get("/q/health/live").estado()).isEqualTo(200);
    assertThat(Llamada.get("/q/metrics").respuesta().body())
        .contains("sat_credencial_rechazada 1.0");
  }
}
