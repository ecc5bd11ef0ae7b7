package co.satccf.sandbox.caos;

/** How a server goes down. */
enum Caida {
  EN_ORDEN("parada en orden"),
  KILL_9("kill -9");

  private final String texto;

  Caida(String texto) {
    this.texto = texto;
  }

  String texto() {
    return texto;
  }
}
