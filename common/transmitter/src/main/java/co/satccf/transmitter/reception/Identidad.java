package co.satccf.transmitter.reception;

/** The identity of an event, as CloudEvents has it. */
public record Identidad(String source, String id) {}
