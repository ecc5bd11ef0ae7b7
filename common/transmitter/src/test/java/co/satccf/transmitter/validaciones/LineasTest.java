package co.satccf.transmitter.validaciones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.evento.LectorEventos;
import co.satccf.transmitter.problem.Rechazo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineasTest {

  @Test
  void numbersLinesAndSkipsBlankOnes() throws IOException {
    Lineas lineas = de("a\n\n \t\r\nb\r\nc");
    assertThat(textos(lineas.siguientes(2))).containsExactly("1 a", "4 b\r");
    assertThat(textos(lineas.siguientes(2))).containsExactly("5 c");
    assertThat(lineas.siguientes(2)).isEmpty();
  }

  @Test
  void keepsOfALongLineOneByteMoreThanAnEventMayHave() throws IOException {
    // Given a line of several reads, and one after it
    Lineas lineas = de("x".repeat(1_000_000) + "\ncorta\n");
    // When
    List<Lineas.Linea> leidas = lineas.siguientes(10);
    // Then
    assertThat(leidas).hasSize(2);
    assertThat(leidas.getFirst().contenido()).hasSize(LectorEventos.MAXIMO_BYTES + 1);
    assertThat(textos(leidas)).last().isEqualTo("2 corta");
  }

  @Test
  void endsABatchOfLongLinesEarlySoThatAnyHeapHoldsIt() throws IOException {
    // Given 100 lines of 200,000 bytes
    Lineas lineas = de(("x".repeat(200_000) + "\n").repeat(100));
    // When, Then
    int batches = 0;
    int read = 0;
    for (List<Lineas.Linea> lote = lineas.siguientes(500);
        !lote.isEmpty();
        lote = lineas.siguientes(500)) {
      assertThat(lote.size()).isLessThanOrEqualTo(21);
      batches++;
      read += lote.size();
    }
    assertThat(read).isEqualTo(100);
    assertThat(batches).isEqualTo(5);
  }

  @Test
  void refusesOneByteMoreThan512MiB() {
    // Given a body without an end
    Lineas lineas =
        new Lineas(
            new InputStream() {
              @Override
              public int read() {
                return 'x';
              }

              @Override
              public int read(byte[] bytes, int from, int length) {
                return length;
              }
            });
    // When, Then
    assertThatThrownBy(() -> lineas.siguientes(1))
        .isInstanceOf(Rechazo.class)
        .hasMessageContaining("512 MiB");
  }

  private static Lineas de(String texto) {
    return new Lineas(new ByteArrayInputStream(texto.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> textos(List<Lineas.Linea> lineas) {
    return lineas.stream()
        .map(l -> l.numero() + " " + new String(l.contenido(), StandardCharsets.UTF_8))
        .toList();
  }
}
