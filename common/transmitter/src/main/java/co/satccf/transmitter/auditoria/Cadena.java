package co.satccf.transmitter.auditoria;

import co.satccf.transmitter.auditoria.AuditoriaStatements.Fila;
import co.satccf.transmitter.auditoria.Verificacion.Ancla;
import co.satccf.transmitter.auditoria.Verificacion.Cabeza;
import co.satccf.transmitter.auditoria.Verificacion.Falla;
import co.satccf.transmitter.auditoria.Verificacion.Rotura;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the audit from its first entry, a thousand at a time, and seals every entry again. */
@ApplicationScoped
public class Cadena {

  private static final int CHUNK = 1_000;

  private final Database database;

  Cadena(Database database) {
    this.database = database;
  }

  /**
   * Looks for the first broken link. Entries written meanwhile may or may not be looked at.
   *
   * @param ancla number and hash of an entry as somebody kept them outside, or null
   */
  public Verificacion verificar(@Nullable Ancla ancla) throws SQLException {
    Walk walk = new Walk(ancla);
    long despues = Long.MIN_VALUE;
    while (true) {
      long from = despues;
      List<Fila> filas =
          database.transaction(connection -> AuditoriaStatements.chunk(connection, from, CHUNK));
      for (Fila fila : filas) {
        Rotura rotura = walk.next(fila);
        if (rotura != null) {
          return walk.broken(rotura);
        }
      }
      if (filas.size() < CHUNK) {
        return walk.end();
      }
      despues = filas.getLast().numero();
    }
  }

  private static final class Walk {

    private final @Nullable Ancla ancla;
    private long numero;
    private byte[] hash = Auditoria.ORIGEN;

    Walk(@Nullable Ancla ancla) {
      this.ancla = ancla;
    }

    @Nullable Rotura next(Fila fila) {
      long expected = numero + 1;
      if (fila.numero() != expected) {
        return new Rotura(
            Math.min(expected, fila.numero()),
            Falla.HUECO,
            "Se esperaba el asiento %d y sigue el %d".formatted(expected, fila.numero()));
      }
      if (!Arrays.equals(fila.anterior(), hash)) {
        return new Rotura(
            expected,
            Falla.ANTERIOR,
            numero == 0
                ? "El primer asiento no sella el origen de la cadena"
                : "No sella el hash del asiento %d".formatted(numero));
      }
      if (!Arrays.equals(fila.hash(), fila.sello())) {
        return new Rotura(expected, Falla.HASH, "Su contenido no corresponde a su hash");
      }
      if (ancla != null
          && ancla.numero() == expected
          && !Arrays.equals(fila.hash(), ancla.hash())) {
        return new Rotura(
            expected, Falla.ANCLA, "Su hash no es el que se guardó fuera de la base de datos");
      }
      numero = expected;
      hash = fila.hash();
      return null;
    }

    Verificacion end() {
      if (ancla != null && ancla.numero() > numero) {
        return broken(
            new Rotura(
                numero + 1,
                Falla.FALTAN,
                "La cadena termina en el asiento %d y fuera se guardó el hash del %d"
                    .formatted(numero, ancla.numero())));
      }
      return new Verificacion(true, numero, head(), null);
    }

    /** The head is the last entry that is proved good: what follows a break proves nothing. */
    Verificacion broken(Rotura rotura) {
      return new Verificacion(false, numero, head(), rotura);
    }

    private @Nullable Cabeza head() {
      return numero == 0 ? null : new Cabeza(numero, HexFormat.of().formatHex(hash));
    }
  }
}
