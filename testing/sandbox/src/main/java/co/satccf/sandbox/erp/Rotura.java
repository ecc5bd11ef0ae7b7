package co.satccf.sandbox.erp;

import co.satccf.model.ServicioSat;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * A way to break a contract, and the one field and glosa it must earn.
 *
 * @param base the kind of good report that is bent
 * @param campo field of the contract, by its own name
 * @param codigo glosa that the breach earns
 * @param valor what is put there, for the name of the case
 * @param dobla bends the event's data
 */
record Rotura(Base base, String campo, String codigo, String valor, Consumer<ObjectNode> dobla) {

  /** Good reports to start from. */
  enum Base {
    PRIMERA_VEZ_JURIDICA(ServicioSat.AFILIACION_PRIMERA_VEZ),
    PRIMERA_VEZ_NATURAL(ServicioSat.AFILIACION_PRIMERA_VEZ),
    NO_PRIMERA_VEZ(ServicioSat.AFILIACION_NO_PRIMERA_VEZ),
    DESAFILIACION(ServicioSat.DESAFILIACION),
    INICIO(ServicioSat.INICIO_RELACION_LABORAL),
    TERMINACION(ServicioSat.TERMINACION_RELACION_LABORAL),
    CAUSA_GRAVE_JURIDICA(ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE),
    CAUSA_GRAVE_NATURAL(ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE),
    ESTADO_PAGO(ServicioSat.ESTADO_PAGO_EMPLEADOR);

    private final ServicioSat servicio;

    Base(ServicioSat servicio) {
      this.servicio = servicio;
    }

    ServicioSat servicio() {
      return servicio;
    }
  }

  String caso() {
    return "rotura " + base.servicio().nombre() + "." + campo + " " + codigo + ": " + valor;
  }
}
