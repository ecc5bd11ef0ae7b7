package co.satccf.bench.carga;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final int PIECE = 2_000;

  @TempDir Path folder;

  @Test
  void forgetsAllThatWasAcceptedHoweverLongTheLedgerHasGrown() throws IOException {
    // Given a ledger of many pieces
    Path file = Files.writeString(folder.resolve("libro.ndjson"), lines(0, 200));
    Ledger ledger = new Ledger(file, PIECE);
    assertThat(Files.size(file)).isGreaterThan(5L * PIECE);

    // When
    ledger.forget();
    Files.writeString(file, Files.readString(file) + lines(200, 203));
    ledger.read();

    // Then
    assertThat(ledger.accepted()).containsOnlyKeys("200", "201", "202");
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(LedgerTest::line).collect(Collectors.joining());
  }

  private static String line(int radicado) {
    EntradaDelLibro accepted =
        new EntradaDelLibro(
            radicado,
            "InicioRelacionLaboral",
            "cliente",
            String.valueOf(radicado),
            "{}",
            "200",
            "200",
            200,
            true,
            true,
            "0123456789abcdef",
            "",
            "2026-11-21T12:00:00Z",
            "2026-11-21T12:00:01Z");
    try {
      return new ObjectMapper().writeValueAsString(accepted) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
