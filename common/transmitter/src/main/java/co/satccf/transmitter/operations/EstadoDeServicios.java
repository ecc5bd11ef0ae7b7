package co.satccf.transmitter.operations;

import co.satccf.transmitter.config.SatConfig.ModoDeEnvio;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The SAT services of this family at one instant of the database. */
@Schema(description = "Los servicios SAT de esta familia")
record EstadoDeServicios(
    Instant instante,
    @Schema(description = "Si es SIMULADO, nada sale hacia el Ministerio (sat.envio)")
        ModoDeEnvio envio,
    List<EstadoDelServicio> servicios) {}
