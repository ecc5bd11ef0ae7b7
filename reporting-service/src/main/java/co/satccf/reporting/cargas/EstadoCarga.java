package co.satccf.reporting.cargas;

/** Where an upload stands. */
public enum EstadoCarga {
  /** The file is arriving. */
  RECIBIENDO("Llegando"),
  /** Kept; nobody has looked at its lines yet, or not to the end. */
  POR_REVISAR("Por revisar"),
  /** The family services are looking at its lines. */
  REVISANDO("En revisión"),
  /** What is wrong is known; somebody decides. */
  REVISADA("Revisada"),
  /** Its lines go to Kafka. */
  PUBLICANDO("Publicándose"),
  PUBLICADA("Publicada"),
  CANCELADA("Cancelada"),
  /** It was not published in time, or not to its end. */
  VENCIDA("Vencida");

  private final String rotulo;

  EstadoCarga(String rotulo) {
    this.rotulo = rotulo;
  }

  /** As people read it. */
  public String rotulo() {
    return rotulo;
  }

  /** Whether its content is still kept. */
  public boolean seConserva() {
    return switch (this) {
      case RECIBIENDO, POR_REVISAR, REVISANDO, REVISADA, PUBLICANDO -> true;
      case PUBLICADA, CANCELADA, VENCIDA -> false;
    };
  }
}
