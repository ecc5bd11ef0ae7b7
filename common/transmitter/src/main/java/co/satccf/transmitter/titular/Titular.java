package co.satccf.transmitter.titular;

import co.satccf.model.referencia.Referencias;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom an export is about. The document stays here: its text form tells nothing.
 *
 * @param comoTrabajador reference as a worker
 * @param comoRepresentante reference as the legal representative of employers
 * @param comoEmpleador references as an employer, one for each serial
 * @param numero as it would stand in a record that nobody could read
 */
record Titular(
    String comoTrabajador, String comoRepresentante, List<String> comoEmpleador, byte[] numero) {

  static Titular de(Referencias referencias, String tipo, String numero, List<String> seriales) {
    return new Titular(
        referencias.trabajador(tipo, numero),
        referencias.representante(tipo, numero),
        seriales.stream().map(serial -> referencias.empleador(tipo, numero, serial)).toList(),
        numero.strip().getBytes(StandardCharsets.UTF_8));
  }

  List<String> referencias() {
    return Stream.concat(Stream.of(comoTrabajador, comoRepresentante), comoEmpleador.stream())
        .toList();
  }

  /** Whether the number stands in these bytes, not as part of a longer one. */
  boolean nombradoEn(byte[] contenido) {
    for (int i = 0; i + numero.length <= contenido.length; i++) {
      if (igual(contenido, i) && !cifra(contenido, i - 1) && !cifra(contenido, i + numero.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean igual(byte[] contenido, int desde) {
    for (int i = 0; i < numero.length; i++) {
      if (contenido[desde + i] != numero[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean cifra(byte[] contenido, int donde) {
    return donde >= 0
        && donde < contenido.length
        && Character.isLetterOrDigit((char) (contenido[donde] & 0xff));
  }

  @Override
  public String toString() {
    return "Titular[" + comoTrabajador + "]";
  }
}
