package co.satccf.sandbox.erp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Numbers that never come twice in a feed: radicados, event ids, documents. */
final class Numeracion {
  // Steps coprime to their ranges: every number of the range comes once before any comes again.
  private static final long PASO = 7_368_787;
  private static final long RANGO_NIT = 99_999_989;
  private static final long RANGO_CEDULA = 899_999_963;

  private final long semilla;
  private long radicados;
  private long eventos;
  private long documentos;

  Numeracion(long semilla) {
    this.semilla = semilla;
  }

  String source() {
    return "/erp/ccf/" + semilla;
  }

  /** Digits, 20 at most. */
  String radicado() {
    return String.format(Locale.ROOT, "%d%09d", semilla, ++radicados);
  }

  String id() {
    String nombre = source() + "#" + ++eventos;
    return UUID.nameUUIDFromBytes(nombre.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A document number of the given type that no other person or employer of the feed has. */
  String documento(String tipo) {
    long n = ++documentos;
    return switch (tipo) {
      case "NI" -> Long.toString(800_000_000 + mezcla(n, RANGO_NIT));
      case "CC" -> Long.toString(1_000_000_000 + mezcla(n, RANGO_CEDULA));
      case "TI" -> Long.toString(1_100_000_000 + mezcla(n, RANGO_NIT));
      case "RC" -> Long.toString(11_000_000_000L + mezcla(n, RANGO_CEDULA)).substring(0, 11);
      case "CE" -> Long.toString(100_000 + n);
      case "CD" -> Long.toString(2_000_000 + n);
      case "PT" -> Long.toString(3_000_000 + n);
      case "PE" -> Long.toString(900_000_000_000_000L + n);
      default -> throw new IllegalArgumentException("no numbering for " + tipo);
    };
  }

  private long mezcla(long n, long rango) {
    return Math.floorMod(n * PASO + semilla * 31, rango);
  }
}
