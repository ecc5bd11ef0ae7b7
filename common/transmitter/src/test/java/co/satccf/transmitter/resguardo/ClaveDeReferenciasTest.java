package co.satccf.transmitter.resguardo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.referencia.Referencias;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaveDeReferenciasTest {

  @Inject ClaveDeReferencias clave;
  @Inject Referencias referencias;

  @Test
  void letsTheKeyOfTheFirstStartIn() {
    assertThatCode(() -> clave.exigir(referencias)).doesNotThrowAnyException();
  }

  @Test
  void stopsTheStartUnderAnotherKey() {
    assertThatThrownBy(() -> clave.exigir(new Referencias("k1", new byte[32])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sat.referencia.clave");
  }
}
