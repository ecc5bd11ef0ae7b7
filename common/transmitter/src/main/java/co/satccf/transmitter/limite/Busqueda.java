package co.satccf.transmitter.limite;

/**
 * Where the search for the limit stands; the same for the whole fleet.
 *
 * @param cupo the limit: reports in flight at once
 * @param fase what the calls of this round are for
 * @param bueno the last limit that held
 * @param malo the least limit that was refused since, or 0
 * @param paso how far the next try goes beyond {@code bueno} while no limit was refused
 * @param deuda answers that have to make up for refusals before the next try
 * @param calma answers to wait for before latency is tried again
 * @param noAntes no try before this instant of the database, milliseconds since 1970
 * @param base latency without queueing, milliseconds; 0 while unknown
 * @param cargada latency at {@code bueno}, in milliseconds, that made us measure {@code base}
 * @param vigente the oldest round whose refusals still count: that of the last cut
 * @param vista what the fleet has seen of the calls of this round
 */
record Busqueda(
    int cupo,
    Fase fase,
    int bueno,
    int malo,
    int paso,
    int deuda,
    int calma,
    long noAntes,
    double base,
    double cargada,
    int vigente,
    Muestra vista) {

  enum Fase {
    /** {@code cupo} is above {@code bueno}: does it hold? */
    PRUEBA,
    /** {@code cupo} is {@code bueno}; waits until the next try is due. */
    ESPERA,
    /** {@code cupo} is below {@code bueno}: how long does an answer take when nothing queues? */
    MEDIDA
  }

  static Busqueda inicial(int cupo, int ronda) {
    return new Busqueda(cupo, Fase.ESPERA, cupo, 0, 1, 0, 0, 0, 0, 0, ronda, Muestra.vacia(ronda));
  }

  int ronda() {
    return vista.ronda();
  }
}
