package co.satccf.token.secretos;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.cifrado.Llavero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** User and password as the file had them; its text form tells nothing. */
public record Credencial(String usuario, String clave) {

  private static final String USUARIO = "usuario=";
  private static final String CLAVE = "clave=";

  /**
   * Reads {@code usuario=…} and {@code clave=…}, each on a line of its own and as it stands:
   * nothing is escaped, and spaces belong to the value.
   *
   * @throws CredencialIlegible names the line, never what stands there
   */
  static Credencial de(String texto) throws CredencialIlegible {
    @Nullable String usuario = null;
    @Nullable String clave = null;
    int numero = 0;
    for (String linea : texto.lines().toList()) {
      numero++;
      if (usuario == null && linea.startsWith(USUARIO)) {
        usuario = linea.substring(USUARIO.length());
      } else if (clave == null && linea.startsWith(CLAVE)) {
        clave = linea.substring(CLAVE.length());
      } else if (!linea.isBlank()) {
        throw new CredencialIlegible(
            "line %d: expected one \"usuario=\" and one \"clave=\"".formatted(numero));
      }
    }
    if (usuario == null || usuario.isBlank()) {
      throw new CredencialIlegible("there is no \"usuario=\", or nothing behind it");
    }
    if (clave == null || clave.isBlank()) {
      throw new CredencialIlegible("there is no \"clave=\", or nothing behind it");
    }
    return new Credencial(usuario, clave);
  }

  /** By what the database knows it, under each key of the ring, the current one first. */
  public List<String> huellas(Llavero llavero) {
    return llavero.huellas("credencial", (usuario + '\0' + clave).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "Credencial[***]";
  }
}
