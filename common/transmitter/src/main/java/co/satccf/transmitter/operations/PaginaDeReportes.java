package co.satccf.transmitter.operations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reports in the order of their arrival. */
@Schema(description = "Una página de reportes, en orden de llegada")
record PaginaDeReportes(
    List<ReporteResumen> reportes,
    @Schema(description = "Valor de 'despues' para la página siguiente; nulo en la última")
        @Nullable Long siguiente) {

  /** Takes what {@link Reportes#page} found: one more than the limit tells that a page follows. */
  static PaginaDeReportes de(List<ReporteRow> rows, int limite) {
    List<ReporteResumen> reportes = rows.stream().limit(limite).map(ReporteResumen::de).toList();
    return new PaginaDeReportes(reportes, rows.size() > limite ? reportes.getLast().id() : null);
  }
}
