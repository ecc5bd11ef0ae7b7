package co.satccf.transmitter.decision;

/**
 * Who asks for a move, and why.
 *
 * @param quien as the audit keeps it
 * @param motivo 1 to 500 characters, in the person's words
 */
public record Orden(String quien, String motivo) {}
