package co.satccf.transmitter.operations;

import co.satccf.transmitter.config.SatConfig.ModoDeEnvio;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The SAT services of this family at one instant of the database. */
@Schema(description = "Los servicios SAT de esta familia")
record EstadoDeServicios(
    Instant instante,
    @Schema(description = "Si es SIMULADO, nada sale hacia el Ministerio (sat.envio)")
        ModoDeEnvio envio,
    @Schema(
            description =
                "Nulo cuando se puede enviar; si no, qué falta después de restaurar la base")
        @Nullable String restauracion,
    List<EstadoDelServicio> servicios) {}
