package co.satccf.transmitter.familia;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.dispatch.ReporteReclamado;
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

  /** Adds to an outcome what only this family knows; the default adds nothing. */
  default void adornar(ReporteReclamado reporte, ObjectNode data) {}

  default Set<ServicioSat> servicios() {
    return requisitos().keySet();
  }
}
