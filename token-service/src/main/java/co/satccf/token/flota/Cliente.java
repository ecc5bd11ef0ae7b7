package co.satccf.token.flota;

import co.satccf.model.ServicioSat;

/** A SAT service and the ClientID its tokens are asked for with. */
public record Cliente(ServicioSat servicio, String clientId) {}
