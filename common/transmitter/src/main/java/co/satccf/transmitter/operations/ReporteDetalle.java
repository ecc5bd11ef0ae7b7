package co.satccf.transmitter.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report with everything that was tried with it. */
@Schema(description = "Un reporte con sus intentos")
record ReporteDetalle(
    @JsonUnwrapped ReporteResumen reporte,
    @Schema(description = "Los últimos 200 intentos, el más nuevo primero")
        List<IntentoDetalle> intentos) {}
