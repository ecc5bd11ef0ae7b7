package co.satccf.token.sellado;

/** Tables with the columns {@code cifrado} and {@code clave}. */
public enum Tabla {
  /** Tokens of the Ministry, live or not: each belongs to its ClientID (rule 19). */
  TOKEN("token", "client_id"),
  /** Password and client secret of what is shared with the Ministry. */
  COMPARTIDO("compartido", "nombre"),
  /** Persons of the accreditation. */
  ACREDITADO("acreditado", "id"),
  /** Who is to be the representante legal. */
  CAMBIO_DE_REPRESENTANTE("cambio_de_representante", "unica");

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
    return this == TOKEN ? fila : nombre + ":" + fila;
  }
}
