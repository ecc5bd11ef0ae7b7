package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are asked for; null asks for any.
 *
 * @param despues id of the last report of the page before, 0 for the first page
 * @param limite reports per page, 1 to 500
 */
record Filtro(
    @Nullable ServicioSat servicio,
    @Nullable EstadoReporte estado,
    @Nullable Bloqueo bloqueo,
    @Nullable String radicado,
    @Nullable String codigo,
    long despues,
    int limite) {}
