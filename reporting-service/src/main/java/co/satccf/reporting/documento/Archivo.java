package co.satccf.reporting.documento;

import co.satccf.model.huella.Sha256;
import java.util.HexFormat;

/**
 * One form of a report, as it is kept and sent.
 *
 * @param tipo media type
 */
@SuppressWarnings("ArrayRecordComponent")
public record Archivo(String nombre, String tipo, byte[] contenido) {

  public static final String HTML = "text/html; charset=UTF-8";
  public static final String CSV = "text/csv; charset=UTF-8";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String JSON = "application/json";

  /** SHA-256 in 64 lower-case hexadecimal digits. */
  public String huella() {
    return HexFormat.of().formatHex(Sha256.de(contenido));
  }
}
