package co.satccf.transmitter.auditoria;

import co.satccf.identidad.Operador;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of the audit.
 *
 * @param quien the subject of the caller's verified token, or {@link #SISTEMA} or {@link #ERP}
 * @param accion the move, in upper case, e.g. {@code RETIRO}
 * @param objeto what was moved, e.g. {@code reporte/Desafiliacion/123}, {@code servicio/…}
 * @param motivo why, as the person wrote it
 * @param detalle what changed; never a value of personal data
 */
public record Asiento(
    String quien, String accion, String objeto, String motivo, ObjectNode detalle) {

  /** Who acts when no person does. */
  public static final String SISTEMA = Operador.SISTEMA;

  /** Who acts when an event of the ERP does. */
  public static final String ERP = Operador.ERP;
}
