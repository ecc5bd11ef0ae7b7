package co.satccf.transmitter.familia;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.store.ReporteIdentificado;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * What a family service adds to the transmitter: its SAT services and what each demands of the
 * employer.
 */
public interface FamiliaDeServicios {

  Familia familia();

  Map<ServicioSat, RequisitoEmpleador> requisitos();

  /**
   * Adds to an outcome what only this family knows; the default adds nothing. Called for services
   * that {@link #adorna} names.
   *
   * @param cuerpo the wire body that was sent, UTF-8; empty when there was none
   */
  default void adornar(ReporteIdentificado reporte, byte[] cuerpo, ObjectNode data) {}

  /** Whether {@link #adornar} does anything for this service: else no body is opened for it. */
  default boolean adorna(ServicioSat servicio) {
    return false;
  }

  default Set<ServicioSat> servicios() {
    return requisitos().keySet();
  }
}
