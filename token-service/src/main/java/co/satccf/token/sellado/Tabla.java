package co.satccf.token.sellado;

/** Tables with the columns {@code cifrado} and {@code clave}. */
public enum Tabla {
  /** Password and client secret of what is shared with the Ministry. */
  COMPARTIDO("compartido", "nombre");

  private final String nombre;
  private final String llave;

  Tabla(String nombre, String llave) {
    this.nombre = nombre;
    this.llave = llave;
  }

  String nombre() {
    return nombre;
  }

  /** Its primary key. */
  String llave() {
    return llave;
  }

  /** What a sealed value belongs to, so that it opens in no other row. */
  String lugar(String fila) {
    return nombre + ":" + fila;
  }
}
