package co.satccf.transmitter.operations;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The SAT services of this family at one instant of the database. */
@Schema(description = "Los servicios SAT de esta familia")
record EstadoDeServicios(Instant instante, List<EstadoDelServicio> servicios) {}
