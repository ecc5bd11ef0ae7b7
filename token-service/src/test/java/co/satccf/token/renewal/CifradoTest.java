package co.satccf.token.renewal;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.INICIO_RELACION_LABORAL;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.Montaje;
import co.satccf.token.prueba.TokenServiceTest;
import co.satccf.token.sellado.Resellado;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rule 19: the token as it stands in the database. */
@QuarkusTest
class CifradoTest extends TokenServiceTest {

  private static final String CLAVES = "select clave from token where huella is not null";

  @Inject Resellado resellado;

  @Test
  void aKeyRotatesWhileTheServiceRunsAndTokensMoveUnderTheNewOne() {
    // Given
    String token = Llamada.token(DESAFILIACION).token();
    assertThat(filas().columna(CLAVES)).containsExactly("k1");

    // When
    Montaje.DEL_SERVICIO.llavero("actual = k2\n" + Montaje.CLAVES);
    resellado.todo();
    String despues = Llamada.token(DESAFILIACION).token();

    // Then
    assertThat(despues).isEqualTo(token);
    assertThat(filas().columna(CLAVES)).containsExactly("k2");

    // When the old key is taken out
    Montaje.DEL_SERVICIO.llavero("actual = k2\nk2 = " + "2".repeat(64));

    // Then
    assertThat(Llamada.token(DESAFILIACION).token()).isEqualTo(token);
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void aReplicaWithoutTheKeySaysSoAndDoesNotStartAStormOfRenewals() {
    // Given
    String token = Llamada.token(DESAFILIACION).token();

    // When its ring lacks the key, as one that has not heard of a rotation
    Montaje.DEL_SERVICIO.llavero("actual = k3\nk3 = " + "3".repeat(64));
    Resultado ilegible = Llamada.token(DESAFILIACION);

    // Then
    assertThat(ilegible.codigo()).isEqualTo("TOKEN_ILEGIBLE");
    assertThat(peticiones()).isEqualTo(1);

    // When the ring is mended, or the renewal is due
    Montaje.DEL_SERVICIO.restaurar();
    assertThat(Llamada.token(DESAFILIACION).token()).isEqualTo(token);
    Montaje.DEL_SERVICIO.llavero("actual = k3\nk3 = " + "3".repeat(64));
    reloj.avanzar(Duration.ofSeconds(1_020));

    // Then
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void aTokenMovedToTheRowOfAnotherClientIdIsNotHandedOut() {
    // Given
    Llamada.token(DESAFILIACION);
    Llamada.token(INICIO_RELACION_LABORAL);

    // When
    filas()
        .ejecutar(
            """
            update token set cifrado = otro.cifrado from token otro
            where token.servicio = 'Desafiliacion' and otro.servicio = 'InicioRelacionLaboral'
            """);

    // Then
    assertThat(Llamada.token(DESAFILIACION).codigo()).isEqualTo("TOKEN_ILEGIBLE");
    assertThat(Llamada.token(INICIO_RELACION_LABORAL).estado()).isEqualTo(200);
  }
}
