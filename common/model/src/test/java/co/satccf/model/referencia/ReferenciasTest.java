package co.satccf.model.referencia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenciasTest {
  private static final byte[] CLAVE = clave(7);

  private final Referencias referencias = new Referencias("k1", CLAVE);

  @Test
  void isTheHmacOfDomainAndLengthPrefixedParts() throws Exception {
    // Given
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(CLAVE, "HmacSHA256"));
    for (var parte : new String[] {"empleador", "NI", "900123456", "0"}) {
      var bytes = parte.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      mac.update(bytes);
    }
    var esperada = "k1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());

    // When / Then
    assertThat(referencias.empleador("NI", "900123456", "0")).isEqualTo(esperada).hasSize(3 + 43);
  }

  @Test
  void readsSpellingsOfOneDocumentAlike() {
    assertThat(referencias.empleador(" ni ", "900123456 ", ""))
        .isEqualTo(referencias.empleador("NI", "900123456", "0"));
    assertThat(referencias.representante(" cc", "10203 "))
        .isEqualTo(referencias.representante("CC", "10203"))
        .isNotEqualTo(referencias.trabajador("CC", "10203"));
    assertThat(referencias.trabajador("ce", "ab12"))
        .isEqualTo(referencias.trabajador("CE", "AB12"));
  }

  @Test
  void keepsApartWhatConcatenationWouldJoin() {
    assertThat(referencias.trabajador("1", "23")).isNotEqualTo(referencias.trabajador("12", "3"));
    assertThat(referencias.empleador("NI", "90", "01"))
        .isNotEqualTo(referencias.empleador("NI", "900", "1"));
  }

  @Test
  void keepsApartEmployerAndWorkerKeysAndSerials() {
    assertThat(
            new HashSet<>(
                Arrays.asList(
                    referencias.empleador("CC", "1", "0"),
                    referencias.empleador("CC", "1", "1"),
                    referencias.trabajador("CC", "1"),
                    new Referencias("k1", clave(8)).trabajador("CC", "1"))))
        .hasSize(4);
  }

  @Test
  void theHashOfContentIsAnotherUnderAnotherKeyAndNoReference() {
    // Given
    byte[] contenido = {1, 2, 3};
    // Then
    assertThat(referencias.huella(contenido))
        .hasSize(32)
        .isEqualTo(referencias.huella(contenido.clone()))
        .isNotEqualTo(referencias.huella(new byte[] {1, 2}))
        .isNotEqualTo(new Referencias("k1", clave(8)).huella(contenido));
  }

  @Test
  void isTheSameFromManyThreads() throws Exception {
    // Given
    Callable<String> tarea = () -> referencias.trabajador("CC", "1000000001");

    // When
    try (var hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      var resultados = hilos.invokeAll(IntStream.range(0, 2_000).mapToObj(_ -> tarea).toList());

      // Then
      for (var resultado : resultados) {
        assertThat(resultado.get()).isEqualTo(referencias.trabajador("CC", "1000000001"));
      }
    }
  }

  @Test
  void refusesAKeyOfAnotherLength() {
    assertThatThrownBy(() -> new Referencias("k1", new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K1", "k:1", "k12345678"})
  void refusesAKeyIdThatCouldNotBeAPrefix(String id) {
    assertThatThrownBy(() -> new Referencias(id, CLAVE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] clave(int relleno) {
    var clave = new byte[32];
    Arrays.fill(clave, (byte) relleno);
    return clave;
  }
}
