package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;

/** The identity of a report: the fund's filing number within one SAT service. */
record Radicado(ServicioSat servicio, String numero) {}
