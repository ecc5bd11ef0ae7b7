package co.satccf.sandbox.ministerio;

/** What the Ministry decided on a report. */
record Decision(String codigo, String mensaje) {
  boolean acepta() {
    return Codigos.acepta(codigo);
  }

  boolean esGlosa() {
    return codigo.startsWith("G");
  }
}
