package co.satccf.bench.carga;

import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the Ministry's ledger as it is written: when was each radicado accepted? */
final class Ledger {
  private static final ObjectReader ENTRY = new ObjectMapper().readerFor(EntradaDelLibro.class);

  private static final int PIECE = 64 << 20;

  private final Path file;
  private final int piece;
  private final Map<String, Instant> accepted = new ConcurrentHashMap<>();
  private long position;

  Ledger(Path file) {
    this(file, PIECE);
  }

  /**
   * @param piece bytes read at a time; more than a line has
   */
  Ledger(Path file, int piece) {
    this.file = file;
    this.piece = piece;
  }

  /** Instants of acceptance by radicado, of all that was read so far. */
  Map<String, Instant> accepted() {
    return accepted;
  }

  /** Reads on without what was accepted so far. */
  void forget() {
    read();
    accepted.clear();
  }

  /** Reads the lines that are whole since the last time. */
  void read() {
    try (RandomAccessFile ledger = new RandomAccessFile(file.toFile(), "r")) {
      int taken;
      do {
        taken = readPiece(ledger);
        position += taken;
      } while (taken > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @return bytes of whole lines
   */
  private int readPiece(RandomAccessFile ledger) throws IOException {
    ledger.seek(position);
    byte[] fresh = new byte[(int) Math.min(ledger.length() - position, piece)];
    ledger.readFully(fresh);
    int start = 0;
    for (int i = 0; i < fresh.length; i++) {
      if (fresh[i] == '\n') {
        take(ENTRY.readValue(fresh, start, i - start));
        start = i + 1;
      }
    }
    return start;
  }

  private void take(EntradaDelLibro entry) {
    if (entry.aceptado()) {
      accepted.put(entry.radicado(), Instant.parse(entry.instante()));
    }
  }
}
