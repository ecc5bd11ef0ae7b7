package co.satccf.transmitter.auditoria;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a walk along the chain has found. */
@Schema(description = "Resultado de recorrer la auditoría desde su primer asiento")
public record Verificacion(
    @Schema(description = "Si cada asiento sella al anterior y nada falta") boolean integra,
    @Schema(description = "Asientos seguidos que están bien, desde el primero") long revisados,
    @Schema(
            description =
                "El último asiento que está bien: guárdelo fuera de esta base de datos; nulo si no hay")
        @Nullable Cabeza ultimo,
    @Schema(description = "El primer eslabón roto; nulo si no hay") @Nullable Rotura rotura) {

  /** Number and hash that stand for the whole chain up to here. */
  @Schema(description = "Número y hash de un asiento; representan toda la cadena hasta él")
  public record Cabeza(
      long numero, @Schema(description = "SHA-256 en 64 dígitos hexadecimales") String hash) {}

  /** The first link that does not hold. */
  @Schema(description = "El primer eslabón roto de la cadena")
  public record Rotura(
      @Schema(description = "Número del asiento que falla o que falta") long numero,
      Falla falla,
      String detalle) {}

  /** What is wrong with a link. */
  @Schema(
      description =
          "HUECO: falta un asiento. ANTERIOR: no sella al asiento anterior. HASH: su contenido cambió. ANCLA: su hash"
              + " no es el guardado fuera. FALTAN: se borró el final de la cadena")
  public enum Falla {
    HUECO,
    ANTERIOR,
    HASH,
    ANCLA,
    FALTAN
  }

  /** A head that somebody kept outside of the database. */
  public record Ancla(long numero, byte[] hash) {

    private static final Pattern ESCRITA = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})");

    /** Reads {@code <number>:<64 hexadecimal digits>}; empty when it is not written so. */
    public static Optional<Ancla> leer(String texto) {
      Matcher escrita = ESCRITA.matcher(texto);
      return escrita.matches()
          ? Optional.of(
              new Ancla(
                  Long.parseLong(escrita.group(1)), HexFormat.of().parseHex(escrita.group(2))))
          : Optional.empty();
    }
  }
}
