package co.satccf.transmitter.cuarentena;

import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.reception.Identidad;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be placed, without its content.
 *
 * @param bytes length of its content
 * @param instante when it was put aside
 * @param desde when it left the quarantine, or null while it is open
 */
public record Apartado(
    long id,
    String topico,
    int particion,
    long posicion,
    @Nullable String eventoSource,
    @Nullable String eventoId,
    List<Motivo> motivos,
    int bytes,
    Instant instante,
    EstadoCuarentena estado,
    @Nullable Instant desde,
    @Nullable String desenlace,
    @Nullable String servicio,
    @Nullable String radicado) {

  private static final String DE_OTRO = "EVENTO_REPETIDO_CON_OTRO_CONTENIDO";

  /** The identity that the inbox knows because of this record; null when it has none of its own. */
  @Nullable Identidad propia() {
    boolean deOtro = motivos.stream().anyMatch(motivo -> motivo.codigo().equals(DE_OTRO));
    return eventoSource == null || eventoId == null || deOtro
        ? null
        : new Identidad(eventoSource, eventoId);
  }

  String objeto() {
    return "cuarentena/" + id;
  }
}
