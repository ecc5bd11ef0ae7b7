package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/** The broker is away for a while. */
record CaidaDeKafka(Caida caida) implements Golpe {
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
      case EN_ORDEN -> plataforma.cimientos().pararKafka();
      case KILL_9 -> plataforma.cimientos().matarKafka();
    }
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.cimientos().revivirKafka();
  }
}
