package co.satccf.transmitter.reception;

import co.satccf.model.ServicioSat;

/** The identity of a report: the fund's filing number within one SAT service. */
public record Radicado(ServicioSat servicio, String numero) {}
