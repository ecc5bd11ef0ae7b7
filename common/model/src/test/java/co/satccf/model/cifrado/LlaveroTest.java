package co.satccf.model.cifrado;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.satccf.model.cifrado.NoDescifrableException.Motivo;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlaveroTest {

  private static final String UNA = "a".repeat(64);
  private static final String OTRA = "0123456789abcdefABCDEF0123456789".repeat(2);
  private static final String LUGAR = "cliente-1";
  private static final byte[] CLARO = "un token con ñ".getBytes(UTF_8);

  private final Llavero llavero = Llavero.de("actual = k2\nk1 = %s\nk2 = %s".formatted(UNA, OTRA));

  @Test
  void opensWhatItClosed() throws NoDescifrableException {
    // When
    Cifrado cifrado = llavero.cifrar(CLARO, LUGAR);

    // Then
    assertThat(cifrado.clave()).isEqualTo("k2");
    assertThat(cifrado.bytes()).hasSize(12 + CLARO.length + 16);
    assertThat(llavero.descifrar(cifrado, LUGAR)).isEqualTo(CLARO);
    assertThat(new String(cifrado.bytes(), UTF_8)).doesNotContain("token");
  }

  @Test
  void anEmptyValueIsAValueToo() throws NoDescifrableException {
    assertThat(llavero.descifrar(llavero.cifrar(new byte[0], LUGAR), LUGAR)).isEmpty();
  }

  @Test
  void closesAndOpensForManyThreadsAtOnce() throws Exception {
    // Given
    Callable<Boolean> task =
        () -> {
          String lugar = String.valueOf(Thread.currentThread().threadId());
          byte[] claro = "de %s".formatted(lugar).repeat(40).getBytes(UTF_8);
          return Arrays.equals(claro, llavero.descifrar(llavero.cifrar(claro, lugar), lugar));
        };
    // When
    try (var hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      var resultados = hilos.invokeAll(Collections.nCopies(2_000, task));
      // Then
      for (var resultado : resultados) {
        assertThat(resultado.get()).isTrue();
      }
    }
  }

  @Test
  void anyChangedByteIsNoticed() {
    // Given
    Cifrado bueno = llavero.cifrar(CLARO, LUGAR);

    for (int i = 0; i < bueno.bytes().length; i++) {
      // When
      byte[] cambiado = bueno.bytes().clone();
      cambiado[i] ^= 1;

      // Then
      assertThat(motivo(new Cifrado("k2", cambiado), LUGAR)).isEqualTo(Motivo.ALTERADO);
    }
  }

  @Test
  void anyCutIsNoticed() {
    byte[] bueno = llavero.cifrar(CLARO, LUGAR).bytes();
    for (int bytes = 0; bytes < bueno.length; bytes++) {
      assertThat(motivo(new Cifrado("k2", Arrays.copyOf(bueno, bytes)), LUGAR))
          .isEqualTo(Motivo.ALTERADO);
    }
  }

  @Test
  void aValueOpensInItsPlaceOnly() {
    assertThat(motivo(llavero.cifrar(CLARO, LUGAR), "cliente-2")).isEqualTo(Motivo.ALTERADO);
  }

  @Test
  void aValueDoesNotOpenUnderAnotherKey() {
    Cifrado bueno = llavero.cifrar(CLARO, LUGAR);
    assertThat(motivo(new Cifrado("k1", bueno.bytes()), LUGAR)).isEqualTo(Motivo.ALTERADO);
  }

  @Test
  void namesTheKeyThatIsNotInTheRing() {
    // When
    NoDescifrableException fallo = fallo(new Cifrado("k9", new byte[40]), LUGAR);

    // Then
    assertThat(fallo.motivo()).isEqualTo(Motivo.CLAVE_DESCONOCIDA);
    assertThat(fallo).hasMessageContaining("k9");
  }

  @Test
  void noNonceComesTwice() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = llavero.cifrar(CLARO, LUGAR).bytes();
      assertThat(nonces.add(Arrays.toString(Arrays.copyOf(bytes, 12)))).isTrue();
    }
  }

  @Test
  void aKeyRotatesWithoutLosingWhatIsUnderTheOldOne() throws NoDescifrableException {
    // Given
    Llavero antes = Llavero.de("actual = k1\nk1 = " + UNA);
    Cifrado viejo = antes.cifrar(CLARO, LUGAR);

    // When: added, made current, and the old one taken out once nothing is under it
    Llavero agregada = Llavero.de("actual = k1\nk1 = %s\nk2 = %s".formatted(UNA, OTRA));
    Cifrado nuevo = llavero.cifrar(llavero.descifrar(viejo, LUGAR), LUGAR);
    Llavero despues = Llavero.de("actual = k2\nk2 = " + OTRA);

    // Then: also for a replica that has not heard of the last step
    assertThat(agregada.descifrar(nuevo, LUGAR)).isEqualTo(CLARO);
    assertThat(despues.descifrar(nuevo, LUGAR)).isEqualTo(CLARO);
    assertThat(
            catchThrowableOfType(
                    NoDescifrableException.class, () -> despues.descifrar(viejo, LUGAR))
                .motivo())
        .isEqualTo(Motivo.CLAVE_DESCONOCIDA);
  }

  @Test
  void hashesUnderEachKeyTheCurrentOneFirst() {
    // When
    var huellas = llavero.huellas("credencial", CLARO);

    // Then
    assertThat(huellas).hasSize(2).doesNotHaveDuplicates();
    assertThat(huellas.getFirst()).matches("k2:[A-Za-z0-9_-]{43}");
    assertThat(huellas.getLast()).matches("k1:[A-Za-z0-9_-]{43}");
    assertThat(llavero.huellas("credencial", CLARO)).isEqualTo(huellas);
    assertThat(llavero.huellas("otro", CLARO)).doesNotContainAnyElementsOf(huellas);
    assertThat(llavero.huellas("credencial", "x".getBytes(UTF_8)))
        .doesNotContainAnyElementsOf(huellas);
  }

  @Test
  void passesOverCommentsAndEmptyLines() {
    assertThat(Llavero.de("# ring\n\n  \nactual=k1\r\nk1=" + UNA + "\r\n").actual())
        .isEqualTo("k1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32, 62, 63, 65, 128})
  void aKeyOfTheWrongLengthIsNamedByItsIdAndNeverShown(int digitos) {
    // Given
    String corta = "5".repeat(digitos);

    // When, Then
    assertThatThrownBy(() -> Llavero.de("actual = k1\nk1 = %s\nmala = %s".formatted(UNA, corta)))
        .isInstanceOf(LlaveroInvalidoException.class)
        .hasMessageContaining("key mala")
        .hasMessageContaining("64 hexadecimal")
        .hasMessageNotContainingAny("555", UNA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ;           | there is no "actual
          k1=U        | there is no "actual
          actual=k2;k1=U | key k2: it is the current one
          actual=k1;k1=U;k1=U | key k1: there are two
          actual=k1;actual=k1;k1=U | there are two lines "actual"
          actual=K 1;k1=U | "actual" is not the id
          actual=U;k1=U | "actual" is not the id
          actual=k1;U | line 2
          actual=k1;U=k1 | line 2
          actual=k1;K1=U | line 2
          actual=k1;=U | line 2
          actual=k1;;k1=Z | key k1: expected 64
          actual=k1;k1= | key k1: expected 64
          """)
  void aMalformedRingIsRefusedWithoutTellingWhatStandsThere(String ring, String mensaje) {
    // Given: U is a good key, Z one with a wrong digit
    String texto = ring.replace(";", "\n").replace("U", UNA).replace("Z", UNA.substring(1) + "g");

    // When, Then
    assertThatThrownBy(() -> Llavero.de(texto))
        .isInstanceOf(LlaveroInvalidoException.class)
        .hasMessageContaining(mensaje)
        .hasMessageNotContaining("aaaa");
  }

  @Test
  void itsTextTellsIdsAlone() {
    assertThat(llavero.toString()).contains("k1", "k2").doesNotContain("aaaa", "0123");
    assertThat(llavero.cifrar(CLARO, LUGAR).toString()).contains("k2");
  }

  private Motivo motivo(Cifrado cifrado, String lugar) {
    return fallo(cifrado, lugar).motivo();
  }

  private NoDescifrableException fallo(Cifrado cifrado, String lugar) {
    return catchThrowableOfType(
        NoDescifrableException.class, () -> llavero.descifrar(cifrado, lugar));
  }
}
