package co.satccf.transmitter.limite;

/**
 * What one replica saw of calls that it claimed in one round.
 *
 * @param ronda the round in force when they were claimed
 * @param latencias of the calls that the Ministry answered, whatever it said of the report
 * @param rechazos calls that it refused under pressure: 429, 5xx, or no answer in time
 * @param lleno whether there was more to send than the limit let through
 */
record Muestra(int ronda, Latencias latencias, int rechazos, boolean lleno) {

  static Muestra vacia(int ronda) {
    return new Muestra(ronda, Latencias.NINGUNA, 0, false);
  }

  Muestra respondida(double milisegundos) {
    return new Muestra(ronda, latencias.con(milisegundos), rechazos, lleno);
  }

  Muestra rechazada() {
    return conRechazos(1);
  }

  Muestra conRechazos(int otros) {
    return new Muestra(ronda, latencias, rechazos + otros, lleno);
  }

  Muestra llena() {
    return new Muestra(ronda, latencias, rechazos, true);
  }

  Muestra mas(Muestra otra) {
    return new Muestra(
        ronda, latencias.mas(otra.latencias), rechazos + otra.rechazos, lleno || otra.lleno);
  }
}
