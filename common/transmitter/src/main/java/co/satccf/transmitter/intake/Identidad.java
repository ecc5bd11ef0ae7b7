package co.satccf.transmitter.intake;

/** The identity of an event, as CloudEvents has it. */
record Identidad(String source, String id) {}
