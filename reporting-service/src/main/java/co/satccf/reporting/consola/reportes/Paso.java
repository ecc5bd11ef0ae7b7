package co.satccf.reporting.consola.reportes;

import co.satccf.model.estado.EstadoReporte;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An unfinished state that a report has been in. */
public record Paso(EstadoReporte estado, @Nullable String codigo, Instant instante) {}
