package co.satccf.model.documento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.catalogo.Catalogos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NitTest {
  @ParameterizedTest
  @CsvSource({
    "890900841, 9",
    "860007336, 1",
    "860066942, 7",
    "860013570, 3",
    "890806490, 5",
    "891190047, 2",
    "890303093, 5",
    "890102044, 1",
    "892399989, 8",
    "891600091, 8",
    "890900842, 6",
    "891080005, 1",
    "0, 0",
    "123456789012345, 2"
  })
  void givesThePublishedCheckDigit(String nit, int dv) {
    assertThat(Nit.digitoDeVerificacion(nit)).isEqualTo(dv);
  }

  @Test
  void agreesWithEveryCajaThatPublishesIts() {
    // CCF46's published list says 7; the algorithm gives 0.
    assertThat(Catalogos.predeterminados().cajas())
        .filteredOn(caja -> !caja.dv().isEmpty() && !caja.codigo().equals("CCF46"))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            caja ->
                assertThat(Nit.digitoDeVerificacion(caja.nit()))
                    .as(caja.codigo())
                    .isEqualTo(Integer.parseInt(caja.dv())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12A", "900.123", "1234567890123456", "-1", "٣"})
  void refusesWhatIsNoNitWithoutTellingIt(String nit) {
    assertThatThrownBy(() -> Nit.digitoDeVerificacion(nit))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches("A NIT has (1 to 15 digits|digits only)");
  }
}
