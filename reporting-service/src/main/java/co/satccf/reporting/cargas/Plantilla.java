package co.satccf.reporting.cargas;

import co.satccf.reporting.problema.NoHay;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An empty sheet to be filled in. */
public final class Plantilla {

  /** Its media type. */
  public static final String CSV = "text/csv;charset=UTF-8";

  private static final char MARCA = '\uFEFF';

  private Plantilla() {}

  /**
   * The header of a sheet, as a spreadsheet in Colombia opens it.
   *
   * @param tipo event type of its lines
   * @throws NoHay when there are no events of that type
   */
  public static Response de(String tipo) {
    var columnas = Columnas.de(tipo).orElseThrow(() -> new NoHay("No hay hechos de esa clase"));
    return Response.ok(MARCA + String.join(";", columnas.todas()) + "\r\n", CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.csv\"".formatted(columnas.tipo()))
        .build();
  }
}
