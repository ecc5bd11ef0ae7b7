package co.satccf.transmitter.store;

import co.satccf.model.ServicioSat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a report goes into every outcome: names of things and references, no personal data. */
public record ReporteIdentificado(
    long id,
    ServicioSat servicio,
    String radicado,
    UUID llave,
    String empleador,
    @Nullable String trabajador,
    @Nullable String departamento,
    int tipoRezago,
    String eventoSource,
    String eventoId,
    Instant instanteEvento,
    Instant recibido) {

  /** The same facts under the identity that the store gave them. */
  public ReporteIdentificado conIdentidad(long nuevoId, Instant nuevoRecibido) {
    return new ReporteIdentificado(
        nuevoId,
        servicio,
        radicado,
        llave,
        empleador,
        trabajador,
        departamento,
        tipoRezago,
        eventoSource,
        eventoId,
        instanteEvento,
        nuevoRecibido);
  }
}
