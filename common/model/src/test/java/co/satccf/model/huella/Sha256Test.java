package co.satccf.model.huella;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {

  @Test
  void isTheHashOfTheStandardsExample() {
    // NIST, "Secure Hash Standard: examples with intermediate values", one-block message.
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void countsBytesOfUtf8() {
    assertThat(Sha256.hex("ñ"))
        .isEqualTo(HexFormat.of().formatHex(Sha256.de(new byte[] {(byte) 0xc3, (byte) 0xb1})));
  }
}
