package co.satccf.transmitter.correccion;

import co.satccf.model.estado.EstadoReporte;

/** Where a correction goes, by the state of the report it names (rule 12). */
public enum Destino {
  /** A new version in the same place, or a new radicado that inherits it. */
  APLICAR,
  /** Held until the answer to what is on the wire, or a person's decision. */
  ESPERAR,
  /** The operator's tray: SAT knows no annulment. */
  BANDEJA,
  /** The report is over and nothing of it can be mended. */
  CUARENTENA;

  public static Destino segun(EstadoReporte estado) {
    return switch (estado) {
      case PENDIENTE, GLOSADO -> APLICAR;
      case EN_VUELO, INCIERTO, POR_CONFIRMAR -> ESPERAR;
      case ACEPTADO, ACEPTADO_CON_ALERTA -> BANDEJA;
      case RETIRADO, SUSTITUIDO -> CUARENTENA;
    };
  }
}
