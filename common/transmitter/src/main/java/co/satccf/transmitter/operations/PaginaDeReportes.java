package co.satccf.transmitter.operations;

import co.satccf.transmitter.terminos.Terminos;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reports in the order of their arrival, or of their due dates when these were asked for. */
@Schema(
    description = "Una página de reportes, en orden de llegada; de vencimiento si se filtra por él")
record PaginaDeReportes(
    List<ReporteResumen> reportes,
    @Schema(description = "Valor de 'despues' para la página siguiente; nulo en la última")
        @Nullable Long siguiente) {

  /** Takes what {@link Reportes#page} found: one more than the limit tells that a page follows. */
  static PaginaDeReportes de(List<ReporteRow> rows, int limite, Terminos terminos) {
    List<ReporteResumen> reportes =
        rows.stream().limit(limite).map(row -> ReporteResumen.de(row, terminos)).toList();
    return new PaginaDeReportes(reportes, rows.size() > limite ? reportes.getLast().id() : null);
  }
}
