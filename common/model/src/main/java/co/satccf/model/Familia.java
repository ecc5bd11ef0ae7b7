package co.satccf.model;

/** A group of SAT services that one transmitter serves and one Kafka topic carries. */
public enum Familia {
  AFILIACION("sat.afiliacion"),
  RELACION_LABORAL("sat.relacion-laboral"),
  NOVEDADES("sat.novedades");

  private final String topic;

  Familia(String topic) {
    this.topic = topic;
  }

  /** The Kafka topic on which the ERP publishes this family's events. */
  public String topic() {
    return topic;
  }
}
