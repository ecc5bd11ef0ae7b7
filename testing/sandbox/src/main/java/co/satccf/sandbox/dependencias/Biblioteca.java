package co.satccf.sandbox.dependencias;

/**
 * A library as Maven names it.
 *
 * @param nombre {@code groupId:artifactId}
 */
record Biblioteca(String nombre, String version) implements Comparable<Biblioteca> {

  @Override
  public int compareTo(Biblioteca otra) {
    int porNombre = nombre.compareTo(otra.nombre);
    return porNombre == 0 ? version.compareTo(otra.version) : porNombre;
  }

  @Override
  public String toString() {
    return nombre + ":" + version;
  }
}
