package co.satccf.transmitter.reception;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;

/**
 * A record as the store has it.
 *
 * @param clave id of the key that both are under
 * @param contenido its value, encrypted
 * @param cabeceras its headers as JSON, encrypted
 * @param huella keyed hash of its value in clear
 */
public record RegistroGuardado(String clave, byte[] contenido, byte[] cabeceras, byte[] huella) {

  public static RegistroGuardado de(Procedencia registro, Resguardo resguardo) {
    // Both under one ring, whatever becomes of the file in between.
    Llavero llavero = resguardo.llavero();
    byte[] huella = resguardo.huella(registro.contenido());
    Lugar.Registro lugar =
        new Lugar.Registro(registro.topico(), registro.particion(), registro.posicion(), huella);
    Cifrado contenido = llavero.cifrar(registro.contenido(), lugar.contenido());
    Cifrado cabeceras =
        llavero.cifrar(registro.cabecerasComoJson().getBytes(UTF_8), lugar.cabeceras());
    return new RegistroGuardado(contenido.clave(), contenido.bytes(), cabeceras.bytes(), huella);
  }

  /**
   * The record as it came.
   *
   * @throws NoDescifrableException tells why it does not open, and the id of the key
   */
  public Procedencia abierto(Resguardo resguardo, String topico, int particion, long posicion)
      throws NoDescifrableException {
    Lugar.Registro lugar = new Lugar.Registro(topico, particion, posicion, huella);
    byte[] claro = resguardo.abrir(new Cifrado(clave, contenido), lugar.contenido());
    byte[] json = resguardo.abrir(new Cifrado(clave, cabeceras), lugar.cabeceras());
    return new Procedencia(
        topico, particion, posicion, claro, Procedencia.cabeceras(new String(json, UTF_8)));
  }
}
