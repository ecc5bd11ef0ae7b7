package co.satccf.sandbox.ministerio;

/** One wire field: its name, the structure glosa it raises, and what its value must be. */
record Campo(String nombre, String codigo, Regla regla) {
  boolean cumple(Reporte reporte) {
    return regla.cumple(reporte.valor(nombre), reporte);
  }
}
