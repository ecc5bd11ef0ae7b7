package co.satccf.model.cifrado;

import co.satccf.model.cifrado.NoDescifrableException.Motivo;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys by their ids, one of them current. New values go under the current key; values under any
 * other key of the ring are still read. A key is taken out once nothing is under it.
 *
 * <p>Nonces are random: one key serves for at most 2<sup>32</sup> values (NIST SP 800-38D, 8.3).
 */
public final class Llavero {

  private static final String ACTUAL = "actual";
  private static final String ID = "[a-z0-9][a-z0-9-]{0,15}";

  private final Llave actual;
  private final Map<String, Llave> llaves;

  private Llavero(Llave actual, Map<String, Llave> llaves) {
    this.actual = actual;
    this.llaves = llaves;
  }

  /**
   * Reads a ring: one {@code id = <64 hexadecimal digits>} a line, and {@code actual = id}. Empty
   * lines and those that begin with # are passed over.
   *
   * @throws LlaveroInvalidoException names the line or the key; never tells what stands there
   */
  public static Llavero de(String texto) {
    Map<String, Llave> llaves = new LinkedHashMap<>();
    @Nullable String actual = null;
    int numero = 0;
    for (String linea : texto.lines().toList()) {
      numero++;
      if (linea.isBlank() || linea.startsWith("#")) {
        continue;
      }
      String[] partes = linea.split("=", 2);
      String id = partes[0].strip();
      if (partes.length != 2 || !id.matches(ID)) {
        throw new LlaveroInvalidoException(
            "line %d: expected \"id = key\", the id of 1 to 16 small letters, digits and hyphens"
                .formatted(numero));
      }
      String valor = partes[1].strip();
      if (id.equals(ACTUAL)) {
        actual = unica(actual, valor);
      } else if (llaves.putIfAbsent(id, new Llave(id, bytes(id, valor))) != null) {
        throw new LlaveroInvalidoException("key %s: there are two".formatted(id));
      }
    }
    return new Llavero(elegida(actual, llaves), Map.copyOf(llaves));
  }

  private static String unica(@Nullable String anterior, String valor) {
    if (anterior != null) {
      throw new LlaveroInvalidoException("there are two lines \"actual\"");
    }
    if (!valor.matches(ID)) {
      throw new LlaveroInvalidoException("\"actual\" is not the id of a key");
    }
    return valor;
  }

  private static Llave elegida(@Nullable String actual, Map<String, Llave> llaves) {
    if (actual == null) {
      throw new LlaveroInvalidoException("there is no \"actual = id\"");
    }
    Llave llave = llaves.get(actual);
    if (llave == null) {
      throw new LlaveroInvalidoException(
          "key %s: it is the current one, and it is not here".formatted(actual));
    }
    return llave;
  }

  private static byte[] bytes(String id, String valor) {
    if (!valor.matches("[0-9a-fA-F]{%d}".formatted(2 * Llave.BYTES))) {
      throw new LlaveroInvalidoException(
          "key %s: expected %d hexadecimal digits, there are %d characters"
              .formatted(id, 2 * Llave.BYTES, valor.length()));
    }
    return HexFormat.of().parseHex(valor);
  }

  /** Id of the key new values go under. */
  public String actual() {
    return actual.id();
  }

  /** Ids of all its keys. */
  public Set<String> claves() {
    return llaves.keySet();
  }

  /**
   * @param lugar what the value belongs to, so that it opens nowhere else; it is not stored
   */
  public Cifrado cifrar(byte[] claro, String lugar) {
    return actual.cifrar(claro, lugar);
  }

  /**
   * @param lugar as it was given to {@link #cifrar}
   * @throws NoDescifrableException tells why, and the id of the key
   */
  public byte[] descifrar(Cifrado cifrado, String lugar) throws NoDescifrableException {
    Llave llave = llaves.get(cifrado.clave());
    if (llave == null) {
      throw new NoDescifrableException(Motivo.CLAVE_DESCONOCIDA, cifrado.clave());
    }
    return llave.descifrar(cifrado.bytes(), lugar);
  }

  /**
   * What is told of a secret without storing it: HMAC-SHA-256 under every key of the ring, that of
   * the current one first. Each begins with the id of its key and a colon.
   *
   * @param dominio what the secret is; the same secret has other hashes in another domain
   */
  public List<String> huellas(String dominio, byte[] secreto) {
    return Stream.concat(
            Stream.of(actual),
            llaves.values().stream().filter(llave -> !llave.id().equals(actual.id())))
        .map(llave -> llave.huella(dominio, secreto))
        .toList();
  }

  @Override
  public String toString() {
    return "Llavero[actual=%s, claves=%s]".formatted(actual.id(), llaves.keySet());
  }
}
