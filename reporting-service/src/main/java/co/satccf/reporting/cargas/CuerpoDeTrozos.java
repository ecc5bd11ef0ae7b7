package co.satccf.reporting.cargas;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A body that is made while it is sent: never more of it in memory than one piece. */
final class CuerpoDeTrozos extends InputStream {

  private final Fuente fuente;
  private byte[] trozo = new byte[0];
  private int leido;

  CuerpoDeTrozos(Fuente fuente) {
    this.fuente = fuente;
  }

  /** Makes the next piece. */
  interface Fuente {

    /** Empty at the end. */
    byte[] siguiente() throws IOException;
  }

  @Override
  public int read() throws IOException {
    return hayMas() ? trozo[leido++] & 0xff : -1;
  }

  @Override
  public int read(byte[] destino, int inicio, int cuantos) throws IOException {
    Objects.checkFromIndexSize(inicio, cuantos, destino.length);
    if (cuantos == 0) {
      return 0;
    }
    if (!hayMas()) {
      return -1;
    }
    int copiados = Math.min(cuantos, trozo.length - leido);
    System.arraycopy(trozo, leido, destino, inicio, copiados);
    leido += copiados;
    return copiados;
  }

  private boolean hayMas() throws IOException {
    if (leido == trozo.length) {
      trozo = fuente.siguiente();
      leido = 0;
    }
    return trozo.length > 0;
  }
}
