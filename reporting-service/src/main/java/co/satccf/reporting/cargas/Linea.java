package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One fact of a file.
 *
 * @param numero of the line it begins on, from 1
 * @param conId whether it brought an id of its own
 * @param evento a JSON object in one line
 */
record Linea(int numero, boolean conId, String evento) {

  /** What the producer of the events is called that do not tell. */
  static final String FUENTE = "/sat-ccf/cargas";

  /**
   * The event as it is published. The id of one that brought none is its place in that very file:
   * the same file uploaded again makes the same events, which are known then.
   *
   * @param huella SHA-256 of the file
   */
  byte[] completa(String huella) {
    var evento = conId ? this.evento : con(this.evento, "id", huella + "-" + numero);
    return evento.getBytes(UTF_8);
  }

  /** Never the event: it is personal data. */
  @Override
  public String toString() {
    return "Linea[%d]".formatted(numero);
  }

  /**
   * @param objeto text of a JSON object that is not empty and has no such member
   * @param valor nothing that JSON would have to escape
   */
  static String con(String objeto, String miembro, String valor) {
    return "{\"%s\":\"%s\",%s".formatted(miembro, valor, objeto.substring(objeto.indexOf('{') + 1));
  }
}
