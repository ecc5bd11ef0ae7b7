package co.satccf.transmitter.titular;

import co.satccf.transmitter.titular.TitularStatements.Reporte;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What somebody is in a report. */
enum Papel {
  EMPLEADOR,
  TRABAJADOR,
  /** Legal representative of the employer, in this version of the report or an earlier one. */
  REPRESENTANTE,
  /** Worker or employer before a correction. */
  ANTES;

  /** As the wire body names what it has of the representative (annexes 3.2.1 and 3.2.2). */
  private static final String DEL_REPRESENTANTE = "Representante";

  static Papel de(Titular titular, Reporte reporte) {
    if (titular.comoEmpleador().contains(reporte.empleador())) {
      return EMPLEADOR;
    }
    if (titular.comoTrabajador().equals(reporte.trabajador())) {
      return TRABAJADOR;
    }
    return reporte.representante() ? REPRESENTANTE : ANTES;
  }

  /**
   * What of a body is the person's own.
   *
   * @param cuerpo null when it has been purged
   */
  @Nullable String suyo(@Nullable String cuerpo, ObjectMapper json) {
    if (this != REPRESENTANTE || cuerpo == null) {
      return cuerpo;
    }
    try {
      if (json.readTree(cuerpo) instanceof ObjectNode campos) {
        campos.remove(
            campos
                .propertyStream()
                .map(campo -> campo.getKey())
                .filter(nombre -> !nombre.endsWith(DEL_REPRESENTANTE))
                .toList());
        return campos.toString();
      }
    } catch (JsonProcessingException unreadable) {
      // It does not open: nothing in it can be told apart.
    }
    return "";
  }
}
