package co.satccf.token.http;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LimiteTest.TresPorMinuto.class)
class LimiteTest extends TokenServiceTest {

  public static final class TresPorMinuto implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sat.limite.por-minuto", "3");
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBackAndTheMinistryIsLeftAlone() {
    // Given
    String huella = Llamada.token(DESAFILIACION).huella();
    Llamada.token(DESAFILIACION);
    Llamada.token(DESAFILIACION);

    // When
    Resultado pregunta = Llamada.token(DESAFILIACION);
    Resultado rechazo = Llamada.rechazo(DESAFILIACION, huella);

    // Then
    assertThat(pregunta.estado()).isEqualTo(429);
    assertThat(pregunta.codigo()).isEqualTo("DEMASIADAS_SOLICITUDES");
    assertThat(pregunta.cabecera("Content-Type")).startsWith("application/problem+json");
    assertThat(pregunta.cabecera("Cache-Control")).isEqualTo("no-store");
    assertThat(pregunta.retryAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(rechazo.estado()).isEqualTo(429);
    assertThat(Llamada.token(ESTADO_PAGO_EMPLEADOR).estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(2);
    reloj.avanzar(pregunta.retryAfter());
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
  }
}
