package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/** The broker is away for a while. */
record CaidaDeKafka(Caida caida) implements Golpe {
  private static final String KAFKA = "kafka";

  @Override
  public String tipo() {
    return "Kafka: " + caida.texto();
  }

  @Override
  public String descripcion() {
    return caida.texto() + " de Kafka";
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    switch (caida) {
      case EN_ORDEN -> plataforma.pararKafka();
      case KILL_9 -> plataforma.matar(KAFKA);
    }
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    if (!plataforma.vive(KAFKA)) {
      plataforma.revivirKafka();
    }
  }
}
