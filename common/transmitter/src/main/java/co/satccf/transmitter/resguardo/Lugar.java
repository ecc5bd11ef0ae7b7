package co.satccf.transmitter.resguardo;

import co.satccf.model.ServicioSat;
import java.util.HexFormat;

/**
 * The row a ciphertext belongs to: it is the associated data, so that one that was moved to another
 * row does not open there.
 */
public final class Lugar {

  private Lugar() {}

  /** A wire body. */
  public static String cuerpo(ServicioSat servicio, String radicado, int version) {
    return "cuerpo/" + servicio.nombre() + "/" + radicado + "/" + version;
  }

  /** The raw answer to an attempt. */
  public static String respuesta(ServicioSat servicio, String radicado, int intento) {
    return "respuesta/" + servicio.nombre() + "/" + radicado + "/" + intento;
  }

  /** The row of a record; the same in quarantine and as a correction that waits. */
  public record Registro(String topico, int particion, long posicion, byte[] huella) {

    public String contenido() {
      return "contenido/" + fila();
    }

    public String cabeceras() {
      return "cabeceras/" + fila();
    }

    private String fila() {
      return topico + "-" + particion + "@" + posicion + "/" + HexFormat.of().formatHex(huella);
    }
  }
}
