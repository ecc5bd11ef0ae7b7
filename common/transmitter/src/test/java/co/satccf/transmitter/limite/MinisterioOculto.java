package co.satccf.transmitter.limite;

/** How a Ministry of unknown capacity behaves in {@link FlotaSimulada}. */
enum MinisterioOculto {
  /** Answers 429 at once to what is beyond its places. */
  RECHAZA,
  /** Lets it wait for a place, first come first served. */
  ENCOLA
}
