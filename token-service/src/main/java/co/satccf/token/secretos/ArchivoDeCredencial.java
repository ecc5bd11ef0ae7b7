package co.satccf.token.secretos;

import co.satccf.token.config.SatConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The mounted file with the credentials of this copy's environment. It is read at each use, so that
 * a new password takes effect without a restart; both values stand in one file, so that nobody sees
 * one of them new and the other old.
 */
@ApplicationScoped
public class ArchivoDeCredencial {

  private final Path archivo;

  public ArchivoDeCredencial(SatConfig config) {
    this.archivo = config.credencial().carpeta().resolve(config.entorno().valor());
  }

  /** Whether the file as it is now can be used. */
  public boolean legible() {
    try {
      leer();
      return true;
    } catch (CredencialIlegible wrong) {
      return false;
    }
  }

  /**
   * @throws CredencialIlegible names the file
   */
  public Credencial leer() throws CredencialIlegible {
    String texto;
    try {
      texto = Files.readString(archivo);
    } catch (IOException unreadable) {
      throw new CredencialIlegible("%s: cannot be read".formatted(archivo));
    }
    try {
      return Credencial.de(texto);
    } catch (CredencialIlegible malformed) {
      throw new CredencialIlegible("%s: %s".formatted(archivo, malformed.getMessage()));
    }
  }
}
