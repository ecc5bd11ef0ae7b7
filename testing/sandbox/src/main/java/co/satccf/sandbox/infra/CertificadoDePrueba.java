package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key and its own certificate, made by the JDK's keytool.
 *
 * @param almacen PKCS #12, under {@link #CLAVE}
 * @param pem the certificate alone
 */
public record CertificadoDePrueba(Path almacen, Path pem) {

  /** Opens the store and the key; synthetic. */
  public static final String CLAVE = "de-prueba";

  /** Under which both stand in the store. */
  public static final String ALIAS = "uno";

  /**
   * @param nombre of the two files in the folder
   * @param para whom it is for, as keytool takes it, e.g. {@code dns:localhost}
   * @param desde as keytool takes it, e.g. {@code -10d}
   */
  public static CertificadoDePrueba hacer(
      Path carpeta, String nombre, String para, String desde, int dias) {
    CertificadoDePrueba hecho =
        new CertificadoDePrueba(carpeta.resolve(nombre + ".p12"), carpeta.resolve(nombre + ".pem"));
    hecho.keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-storetype",
        "PKCS12",
        "-dname",
        "CN=" + para.substring(para.indexOf(':') + 1),
        "-ext",
        "SAN=" + para,
        "-startdate",
        desde,
        "-validity",
        String.valueOf(dias));
    hecho.keytool("-exportcert", "-rfc", "-file", hecho.pem().toString());
    return hecho;
  }

  private void keytool(String... argumentos) {
    List<String> comando = new ArrayList<>();
    comando.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    comando.addAll(List.of(argumentos));
    comando.addAll(List.of("-alias", ALIAS, "-keystore", almacen.toString(), "-storepass", CLAVE));
    try {
      Process proceso = new ProcessBuilder(comando).redirectErrorStream(true).start();
      String dicho = new String(proceso.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (proceso.waitFor() != 0) {
        throw new IllegalStateException(dicho);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
