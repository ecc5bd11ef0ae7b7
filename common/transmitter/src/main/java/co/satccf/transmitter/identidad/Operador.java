package co.satccf.transmitter.identidad;

/**
 * The person behind a request.
 *
 * @param nombre as the audit keeps it: 1 to 100 characters, no control characters
 */
public record Operador(String nombre, Rol rol) {}
