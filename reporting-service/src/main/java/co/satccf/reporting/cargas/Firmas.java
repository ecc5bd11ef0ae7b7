package co.satccf.reporting.cargas;

import co.satccf.reporting.problema.ArchivoRechazado;
import java.util.Arrays;
import java.util.HexFormat;

/** Files that are none of ours, by how they begin. */
enum Firmas {
  LIBRO_DE_EXCEL(
      "504b0304",
      "El archivo es un libro de Excel (o un ZIP), aunque se llame de otra forma: ábralo y guárdelo como «CSV UTF-8»"),
  EXCEL_ANTIGUO(
      "d0cf11e0a1b11ae1",
      "El archivo es un libro de Excel antiguo, aunque se llame de otra forma: ábralo y guárdelo como «CSV UTF-8»"),
  UTF_16_LE("fffe", "El archivo está en UTF-16 («texto Unicode»): guárdelo como «CSV UTF-8»"),
  UTF_16_BE("feff", "El archivo está en UTF-16 («texto Unicode»): guárdelo como «CSV UTF-8»"),
  GZIP("1f8b", "El archivo está comprimido: descomprímalo y súbalo de nuevo"),
  PDF("255044462d", "El archivo es un PDF: suba un NDJSON, o una hoja guardada como CSV UTF-8");

  private final byte[] inicio;
  private final String detalle;

  Firmas(String inicio, String detalle) {
    this.inicio = HexFormat.of().parseHex(inicio);
    this.detalle = detalle;
  }

  /**
   * @param trozo how the file begins
   * @throws ArchivoRechazado when it is one of these
   */
  static void rechazar(byte[] trozo, int bytes) {
    for (var firma : values()) {
      if (bytes >= firma.inicio.length
          && Arrays.equals(trozo, 0, firma.inicio.length, firma.inicio, 0, firma.inicio.length)) {
        throw new ArchivoRechazado(firma.detalle);
      }
    }
  }
}
