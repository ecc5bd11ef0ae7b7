package co.satccf.model;

/** The three families of SAT services; each is owned by one service of ours and fed by one topic. */
public enum Familia {
  AFILIACION("sat.afiliacion"),
  RELACION_LABORAL("sat.relacion-laboral"),
  NOVEDADES("sat.novedades");

  private final String topic;

  Familia(String topic) {
    this.topic = topic;
  }

  /** The Kafka topic on which the ERP publishes the facts of this family. */
  public String topic() {
    return topic;
  }
}
