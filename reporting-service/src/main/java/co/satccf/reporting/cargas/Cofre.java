package co.satccf.reporting.cargas;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.LlaveroInvalidoException;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.problema.NoSePuede;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what uploads bring, under the ring that {@code sat.llavero} names. Each piece is bound
 * to its place. Content is kept for days at the most, so nothing is put under a newer key: an old
 * one stays in the ring that long.
 */
@Singleton
class Cofre {

  private static final Logger LOG = Logger.getLogger(Cofre.class);

  private final @Nullable ArchivoDeLlavero archivo;

  @Inject
  Cofre(ReportingConfig config) {
    this(config.llavero());
  }

  /**
   * @param ruta of the ring; none where there are no uploads
   */
  Cofre(Optional<Path> ruta) {
    archivo = ruta.map(Cofre::archivo).orElse(null);
  }

  private static ArchivoDeLlavero archivo(Path ruta) {
    try {
      return new ArchivoDeLlavero(
          ruta,
          wrong -> LOG.errorf("event=key_ring_wrong alert=true cause=\"%s\"", wrong.getMessage()));
    } catch (LlaveroInvalidoException wrong) {
      throw new IllegalArgumentException(
          "sat.llavero = '%s': %s".formatted(ruta, wrong.getMessage()), wrong);
    }
  }

  /** Stops the start with a ring that cannot be read. */
  void check(@Observes StartupEvent event) {
    LOG.infof("event=uploads %s", archivo == null ? "off: sat.llavero is not set" : "on");
  }

  /** Empty when this copy has no ring. */
  Optional<ArchivoDeLlavero> llavero() {
    return Optional.ofNullable(archivo);
  }

  /**
   * @throws NoSePuede when this copy has no ring
   */
  ArchivoDeLlavero exigir() {
    if (archivo == null) {
      throw new NoSePuede("Aquí no se admiten cargas: falta el llavero (sat.llavero)");
    }
    return archivo;
  }

  Cifrado cerrar(byte[] claro, long carga, int trozo) {
    return exigir().llavero().cifrar(claro, lugar(carga, trozo));
  }

  byte[] abrir(Cifrado cifrado, long carga, int trozo) throws NoDescifrableException {
    return exigir().llavero().descifrar(cifrado, lugar(carga, trozo));
  }

  private static String lugar(long carga, int trozo) {
    return "carga/" + carga + "/" + trozo;
  }
}
