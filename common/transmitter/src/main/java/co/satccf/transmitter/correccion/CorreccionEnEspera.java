package co.satccf.transmitter.correccion;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.reception.Procedencia;

/**
 * A correction that is stored and not yet applied (rule 12).
 *
 * @param original radicado of the report it corrects
 * @param quien who asked for it, as the audit keeps it
 */
record CorreccionEnEspera(
    long id, ServicioSat servicio, String original, Procedencia evento, String quien) {}
