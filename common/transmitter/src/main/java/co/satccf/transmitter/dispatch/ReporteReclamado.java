package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.store.ReporteIdentificado;
import org.jspecify.annotations.Nullable;

/**
 * A report this process may send until its lease ends.
 *
 * @param intento fences the settlement: a newer claim has a higher number
 * @param fallos calls in a row that were surely not processed
 * @param reenvios how often this body went again by the delay of its code
 * @param dudoso whether an earlier attempt of this very body may have been processed
 * @param cuerpo the wire body, encrypted
 * @param traceparent where the event this version came from stands in its sender's trace
 */
public record ReporteReclamado(
    ReporteIdentificado reporte,
    int version,
    int intento,
    int fallos,
    int reenvios,
    boolean dudoso,
    Cifrado cuerpo,
    @Nullable String traceparent) {

  public long id() {
    return reporte.id();
  }

  public ServicioSat servicio() {
    return reporte.servicio();
  }

  /** What the body is bound to. */
  public String lugar() {
    return Lugar.cuerpo(servicio(), reporte.radicado(), version);
  }

  @Override
  public String toString() {
    return "ReporteReclamado[id=%d, servicio=%s, intento=%d]"
        .formatted(id(), servicio().nombre(), intento);
  }
}
