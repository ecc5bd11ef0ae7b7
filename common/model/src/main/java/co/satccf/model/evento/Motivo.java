package co.satccf.model.evento;

/**
 * Why an event cannot be placed.
 *
 * @param codigo UPPER_SNAKE, see {@link CodigoMotivo}
 * @param mensaje in Spanish; never a value of the event
 */
public record Motivo(String codigo, String mensaje) {}
