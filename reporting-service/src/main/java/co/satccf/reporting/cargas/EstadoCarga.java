package co.satccf.reporting.cargas;

/** Where an upload stands. */
public enum EstadoCarga {
  /** The file is arriving. */
  RECIBIENDO,
  /** Kept; nobody has looked at its lines yet, or not to the end. */
  POR_REVISAR,
  /** The family services are looking at its lines. */
  REVISANDO,
  /** What is wrong is known; somebody decides. */
  REVISADA,
  /** Its lines go to Kafka. */
  PUBLICANDO,
  PUBLICADA,
  CANCELADA,
  /** Nobody published it in time. */
  VENCIDA;

  /** Whether its content is still kept. */
  public boolean seConserva() {
    return switch (this) {
      case RECIBIENDO, POR_REVISAR, REVISANDO, REVISADA, PUBLICANDO -> true;
      case PUBLICADA, CANCELADA, VENCIDA -> false;
    };
  }
}
