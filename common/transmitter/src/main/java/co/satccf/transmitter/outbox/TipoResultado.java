package co.satccf.transmitter.outbox;

import co.satccf.model.estado.EstadoReporte;

/** Kinds of outcome; the event type is {@code co.satccf.resultado.<kind>.v1}. */
public enum TipoResultado {
  RECIBIDO("recibido"),
  ACEPTADO("aceptado"),
  GLOSADO("glosado"),
  INCIERTO("incierto"),
  POR_CONFIRMAR("por-confirmar"),
  CORREGIDO("corregido"),
  RETIRADO("retirado"),
  SUSTITUIDO("sustituido"),
  CUARENTENA("cuarentena");

  private final String kind;

  TipoResultado(String kind) {
    this.kind = kind;
  }

  public String tipoEvento() {
    return "co.satccf.resultado." + kind + ".v1";
  }

  /** The kind that tells of a report having reached this state. */
  public static TipoResultado de(EstadoReporte estado) {
    return switch (estado) {
      case PENDIENTE, EN_VUELO -> RECIBIDO;
      case ACEPTADO, ACEPTADO_CON_ALERTA -> ACEPTADO;
      case GLOSADO -> GLOSADO;
      case INCIERTO -> INCIERTO;
      case POR_CONFIRMAR -> POR_CONFIRMAR;
      case RETIRADO -> RETIRADO;
      case SUSTITUIDO -> SUSTITUIDO;
    };
  }
}
