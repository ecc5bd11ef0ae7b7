package co.satccf.token.http;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.prueba.Configuraciones;
import co.satccf.token.prueba.RelojDePrueba;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitadorTest {

  private static final Solicitante UNO = new Solicitante("uno", "10.0.0.1");

  private final RelojDePrueba reloj = new RelojDePrueba();
  private final Limitador limitador = limitador("6");

  @Test
  void aMinutesQuestionsMayComeAtOnceAndThenOneAtATime() {
    // Given
    for (int i = 0; i < 6; i++) {
      limitador.admitir(UNO, DESAFILIACION);
    }

    // When
    DemasiadasSolicitudes negada = una();
    reloj.avanzar(Duration.ofSeconds(9));
    DemasiadasSolicitudes todavia = una();
    reloj.avanzar(Duration.ofSeconds(1));

    // Then
    assertThat(negada.segundos()).isEqualTo(10);
    assertThat(todavia.segundos()).isEqualTo(1);
    assertThatCode(() -> limitador.admitir(UNO, DESAFILIACION)).doesNotThrowAnyException();
    assertThat(una().segundos()).isEqualTo(10);
  }

  @Test
  void oneCallerTakesNothingFromAnotherNorFromAnotherService() {
    // Given
    for (int i = 0; i < 6; i++) {
      limitador.admitir(UNO, DESAFILIACION);
    }

    // When, Then
    assertThatCode(
            () -> {
              limitador.admitir(new Solicitante("otro", "10.0.0.1"), DESAFILIACION);
              limitador.admitir(new Solicitante("uno", "10.0.0.2"), DESAFILIACION);
              limitador.admitir(UNO, ESTADO_PAGO_EMPLEADOR);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void afterAQuietMinuteTheWholeMinuteIsThereAgainAndNoMore() {
    // Given
    reloj.avanzar(Duration.ofHours(1));
    for (int i = 0; i < 6; i++) {
      limitador.admitir(UNO, DESAFILIACION);
    }

    // Then
    assertThat(una().segundos()).isEqualTo(10);
  }

  private DemasiadasSolicitudes una() {
    return catchThrowableOfType(
        DemasiadasSolicitudes.class, () -> limitador.admitir(UNO, DESAFILIACION));
  }

  private Limitador limitador(String porMinuto) {
    Map<String, String> propiedades = Configuraciones.valida();
    propiedades.put("sat.limite.por-minuto", porMinuto);
    return new Limitador(Configuraciones.leer(propiedades), reloj);
  }
}
