package co.satccf.transmitter.intake;

import java.util.Map;

/** Where a record stood, and the record itself as it came. */
record Procedencia(
    String topico, int particion, long posicion, byte[] contenido, Map<String, byte[]> cabeceras) {

  @Override
  public String toString() {
    return topico + "-" + particion + "@" + posicion;
  }
}
