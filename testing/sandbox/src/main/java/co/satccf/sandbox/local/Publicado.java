package co.satccf.sandbox.local;

/** An event and where the broker put it. */
record Publicado(EventoPublicable evento, Posicion posicion) {

  /** Place of a record in Kafka. */
  record Posicion(String topico, int particion, long posicion) {}
}
