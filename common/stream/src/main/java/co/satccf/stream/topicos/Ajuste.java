package co.satccf.stream.topicos;

/** What is written down about a topic. */
public enum Ajuste {
  PARTICIONES,
  LIMPIEZA,
  RETENCION
}
