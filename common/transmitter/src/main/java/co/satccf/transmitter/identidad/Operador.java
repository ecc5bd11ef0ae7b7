package co.satccf.transmitter.identidad;

/**
 * The person behind a request.
 *
 * @param nombre as the audit keeps it: 1 to 100 characters, no control characters, none of the
 *     names under which the suite itself acts
 */
public record Operador(String nombre) {}
