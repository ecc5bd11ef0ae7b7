package co.satccf.transmitter.limite;

/**
 * What one replica saw of calls that it claimed in one round.
 *
 * @param ronda the round in force when they were claimed
 * @param latencias of the calls that the Ministry answered, but for glosas
 * @param glosas answers that refuse the report; some take no time at all, so that their share would
 *     pass for a change of latency
 * @param rechazos calls that it refused under pressure: 429, 5xx, or no answer in time
 * @param lleno whether there was more to send than the limit let through
 */
record Muestra(int ronda, Latencias latencias, int glosas, int rechazos, boolean lleno) {

  static Muestra vacia(int ronda) {
    return new Muestra(ronda, Latencias.NINGUNA, 0, 0, false);
  }

  int respuestas() {
    return latencias.cuantas() + glosas;
  }

  Muestra respondida(double milisegundos) {
    return new Muestra(ronda, latencias.con(milisegundos), glosas, rechazos, lleno);
  }

  Muestra glosada() {
    return new Muestra(ronda, latencias, glosas + 1, rechazos, lleno);
  }

  Muestra rechazada() {
    return conRechazos(1);
  }

  Muestra conRechazos(int otros) {
    return new Muestra(ronda, latencias, glosas, rechazos + otros, lleno);
  }

  Muestra llena() {
    return new Muestra(ronda, latencias, glosas, rechazos, true);
  }

  Muestra mas(Muestra otra) {
    return new Muestra(
        ronda,
        latencias.mas(otra.latencias),
        glosas + otra.glosas,
        rechazos + otra.rechazos,
        lleno || otra.lleno);
  }
}
