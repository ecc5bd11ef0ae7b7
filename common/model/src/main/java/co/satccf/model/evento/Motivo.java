package co.satccf.model.evento;

/**
 * One reason why an event cannot be placed.
 *
 * @param codigo in UPPER_SNAKE, e.g. {@code JSON_ILEGIBLE}
 * @param mensaje for people, in Spanish; never quotes the event's data
 */
public record Motivo(String codigo, String mensaje) {}
