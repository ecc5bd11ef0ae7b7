package co.satccf.token.sellado;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Montaje;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the old key of a ring may be taken out. */
@QuarkusTest
class ReselladoTest extends TokenServiceTest {

  private static final String SOLO_K2 = "actual = k2\nk2 = " + "2".repeat(64);

  @Inject Resellado resellado;

  @Test
  void aRotationLeavesNothingUnderTheOldKeyAlsoWhatNobodyAsksFor() {
    // Given a token that has ended, and credentials in use
    String token = Llamada.token(DESAFILIACION).token();
    resellado.todo();
    assertThat(pendientes()).isEmpty();

    // When
    Montaje.DEL_SERVICIO.llavero("actual = k2\n" + Montaje.CLAVES);
    resellado.todo();

    // Then
    assertThat(pendientes()).isEmpty();
    assertThat(filas().columna("select clave from token")).containsExactly("k2");
    assertThat(filas().columna("select split_part(huella, ':', 1) from credencial"))
        .containsExactly("k2");

    // When the old key is gone
    Montaje.DEL_SERVICIO.llavero(SOLO_K2);

    // Then the same token and credentials are known
    assertThat(Llamada.token(DESAFILIACION).token()).isEqualTo(token);
    assertThat(Llamada.get("/credenciales").cuerpo().getString("estado")).isEqualTo("ACEPTADA");
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void tellsWhatStandsUnderAKeyThatIsGoneAndUnderOneThatIsNotCurrent() {
    // Given
    Llamada.token(DESAFILIACION);

    // When
    Montaje.DEL_SERVICIO.llavero(SOLO_K2);
    resellado.todo();

    // Then
    assertThat(pendientes())
        .containsExactlyInAnyOrder(
            "sat_cifrado_pendientes{clave=\"k1\",en_llavero=\"false\",tabla=\"credencial\"} 1.0",
            "sat_cifrado_pendientes{clave=\"k1\",en_llavero=\"false\",tabla=\"token\"} 1.0");
  }

  @Test
  void credentialsOfBeforeAreForgottenUnderAnOldKeyAfterThirtyDays() {
    // Given a password that was changed
    Llamada.token(DESAFILIACION);
    Montaje.DEL_SERVICIO.credencial("900000001-usuario", "la de ahora");
    reloj.avanzar(Duration.ofHours(1));
    Llamada.token(DESAFILIACION);
    Montaje.DEL_SERVICIO.llavero("actual = k2\n" + Montaje.CLAVES);

    // When
    reloj.avanzar(Duration.ofDays(29));
    resellado.todo();

    // Then
    assertThat(pendientes())
        .containsExactly(
            "sat_cifrado_pendientes{clave=\"k1\",en_llavero=\"true\",tabla=\"credencial\"} 1.0");

    // When
    reloj.avanzar(Duration.ofDays(1));
    resellado.todo();

    // Then
    assertThat(pendientes()).isEmpty();
    assertThat(filas().columna("select split_part(huella, ':', 1) from credencial"))
        .containsExactly("k2");
  }

  private static List<String> pendientes() {
    return Llamada.get("/q/metrics")
        .respuesta()
        .body()
        .lines()
        .filter(linea -> linea.startsWith("sat_cifrado_pendientes{"))
        .toList();
  }
}
