package co.satccf.token.secretos;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.LlaveroInvalidoException;
import co.satccf.token.config.SatConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Stops the start without a ring or credentials that can be read; later the last good serve. */
@ApplicationScoped
class Secretos {

  private static final Logger LOG = Logger.getLogger(Secretos.class);

  @Produces
  @Singleton
  static ArchivoDeLlavero llavero(SatConfig config) {
    try {
      return new ArchivoDeLlavero(
          config.llavero(),
          wrong -> LOG.errorf("event=key_ring_wrong alert=true cause=\"%s\"", wrong.getMessage()));
    } catch (LlaveroInvalidoException wrong) {
      throw new IllegalArgumentException(
          "sat.llavero = '%s': %s".formatted(config.llavero(), wrong.getMessage()), wrong);
    }
  }

  void check(
      @Observes StartupEvent event,
      SatConfig config,
      ArchivoDeLlavero llavero,
      ArchivoDeCredencial credencial) {
    LOG.infof("event=key_ring_read actual=%s", llavero.llavero().actual());
    try {
      credencial.leer();
    } catch (CredencialIlegible wrong) {
      throw new IllegalArgumentException(
          "sat.credencial.carpeta = '%s': %s"
              .formatted(config.credencial().carpeta(), wrong.getMessage()),
          wrong);
    }
  }
}
