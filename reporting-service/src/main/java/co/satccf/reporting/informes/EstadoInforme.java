package co.satccf.reporting.informes;

import java.util.Set;

/** Where a follow-up report stands. */
public enum EstadoInforme {
  /** Its counts are waited for and compared. */
  POR_HACER,
  /** They are not the family services', or could not be compared: a person looks why. */
  DESCUADRADO,
  /** Made and frozen; somebody must let it go out. */
  POR_APROBAR,
  /** It goes out as soon as it can. */
  APROBADO,
  /** The mail server is being told. */
  ENVIANDO,
  ENVIADO,
  /** It surely did not go out, and is not tried any more. */
  FALLIDO,
  /** Nobody knows whether it went out: a person finds out. */
  INCIERTO,
  DESCARTADO;

  /** Whether a report may go from this state to that one. */
  public boolean puedeIrA(EstadoInforme otro) {
    return destinos().contains(otro);
  }

  private Set<EstadoInforme> destinos() {
    return switch (this) {
      case POR_HACER -> Set.of(POR_APROBAR, APROBADO, DESCUADRADO, DESCARTADO);
      case DESCUADRADO -> Set.of(POR_HACER, DESCARTADO);
      case POR_APROBAR -> Set.of(APROBADO, DESCARTADO);
      case APROBADO -> Set.of(ENVIANDO, DESCARTADO);
      case ENVIANDO -> Set.of(ENVIADO, APROBADO, FALLIDO, INCIERTO);
      case FALLIDO -> Set.of(APROBADO, DESCARTADO);
      case INCIERTO -> Set.of(APROBADO, ENVIADO);
      case ENVIADO, DESCARTADO -> Set.of();
    };
  }
}
