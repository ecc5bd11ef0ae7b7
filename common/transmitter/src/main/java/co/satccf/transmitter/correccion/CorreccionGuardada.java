package co.satccf.transmitter.correccion;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;

/**
 * A correction as the store has it, its event encrypted.
 *
 * @param original radicado of the report it corrects
 * @param quien who asked for it, as the audit keeps it
 */
record CorreccionGuardada(
    long id,
    ServicioSat servicio,
    String original,
    String topico,
    int particion,
    long posicion,
    RegistroGuardado evento,
    String quien) {

  CorreccionEnEspera abierta(Resguardo resguardo) throws NoDescifrableException {
    return new CorreccionEnEspera(
        id, servicio, original, evento.abierto(resguardo, topico, particion, posicion), quien);
  }
}
