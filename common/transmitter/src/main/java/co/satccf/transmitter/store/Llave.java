package co.satccf.transmitter.store;

import co.satccf.model.ServicioSat;
import co.satccf.model.huella.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ordering key of a report and the mark of the fact it states, both as 128 bits of a SHA-256
 * over references, which are HMACs already: no document can be read out of them.
 */
public final class Llave {

  private Llave() {}

  /**
   * Employer and departamento for employer facts, employer and worker for labour relations,
   * employer for EstadoPago.
   */
  public static UUID de(
      ServicioSat servicio,
      String empleador,
      @Nullable String departamento,
      @Nullable String trabajador) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ, DESAFILIACION ->
          digest("afiliacion", empleador, departamento);
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> digest("causa-grave", empleador, departamento);
      case INICIO_RELACION_LABORAL, TERMINACION_RELACION_LABORAL ->
          digest("relacion-laboral", empleador, trabajador);
      case ESTADO_PAGO_EMPLEADOR -> digest("estado-pago", empleador);
    };
  }

  /**
   * Equal for two radicados that state the same fact (rule 11); null where the report carries no
   * date.
   */
  public static @Nullable UUID delHecho(
      ServicioSat servicio,
      String empleador,
      @Nullable String departamento,
      @Nullable String trabajador,
      @Nullable String fecha) {
    if (fecha == null || fecha.isEmpty()) {
      return null;
    }
    return digest(servicio.nombre(), empleador, departamento, trabajador, fecha);
  }

  /** 128 bits of a SHA-256 over the parts, each followed by a zero. */
  public static UUID digest(@Nullable String... parts) {
    MessageDigest sha256 = Sha256.digest();
    for (String part : parts) {
      sha256.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }
    ByteBuffer first = ByteBuffer.wrap(sha256.digest());
    return new UUID(first.getLong(), first.getLong());
  }
}
