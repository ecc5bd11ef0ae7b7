package co.satccf.transmitter.resguardo;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.LlaveroInvalidoException;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.cifrado.NoDescifrableException.Motivo;
import co.satccf.model.referencia.Referencias;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Encrypts what is personal before it goes to the store and opens it again, under the ring that
 * {@code sat.llavero} names. The ring is kept at hand: the file is looked at every {@code
 * sat.llavero-revision}, and when a row is under a key that is not known yet.
 */
@ApplicationScoped
public class Resguardo {

  private static final Logger LOG = Logger.getLogger(Resguardo.class);

  private static final int AFTER_THE_VALUES = 2;

  private final ArchivoDeLlavero archivo;
  private final Referencias referencias;
  private volatile Llavero llavero;

  Resguardo(SatConfig config, Referencias referencias) {
    try {
      this.archivo =
          new ArchivoDeLlavero(
              config.llavero(),
              wrong ->
                  LOG.errorf("event=key_ring_wrong alert=true cause=\"%s\"", wrong.getMessage()));
    } catch (LlaveroInvalidoException wrong) {
      throw new IllegalArgumentException(
          "sat.llavero = '%s': %s".formatted(config.llavero(), wrong.getMessage()), wrong);
    }
    this.referencias = referencias;
    this.llavero = archivo.llavero();
  }

  /** Stops the start without a ring that can be read. */
  void check(@Observes @Priority(AFTER_THE_VALUES) StartupEvent event) {
    LOG.infof("event=key_ring_read actual=%s claves=%s", actual(), claves());
  }

  @Scheduled(
      every = "${sat.llavero-revision}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void releer() {
    Llavero antes = llavero;
    Llavero ahora = archivo.llavero();
    llavero = ahora;
    if (antes != ahora) {
      LOG.infof("event=key_ring_read actual=%s claves=%s", ahora.actual(), ahora.claves());
    }
  }

  /** Id of the key that new values go under. */
  public String actual() {
    return llavero.actual();
  }

  /** Whether the file of the ring can be used as it is now; else the last good ring serves. */
  boolean legible() {
    return archivo.legible();
  }

  /** Ids of all keys at hand. */
  public Set<String> claves() {
    return llavero.claves();
  }

  /** Keyed hash of what is in clear. */
  public byte[] huella(byte[] claro) {
    return referencias.huella(claro);
  }

  public Cifrado cerrar(byte[] claro, String lugar) {
    return llavero.cifrar(claro, lugar);
  }

  /** The ring at hand, for what must be under one key. */
  public Llavero llavero() {
    return llavero;
  }

  /**
   * @throws NoDescifrableException tells why, and the id of the key
   */
  public byte[] abrir(Cifrado cifrado, String lugar) throws NoDescifrableException {
    try {
      return llavero.descifrar(cifrado, lugar);
    } catch (NoDescifrableException closed) {
      if (closed.motivo() != Motivo.CLAVE_DESCONOCIDA) {
        throw closed;
      }
      // Another replica has seen a new ring before.
      releer();
      return llavero.descifrar(cifrado, lugar);
    }
  }

  /** What a person hears of what cannot be opened. */
  public static Rechazo cerrado(NoDescifrableException closed) {
    return new Rechazo(
        Falla.CONFLICTO,
        switch (closed.motivo()) {
          case CLAVE_DESCONOCIDA ->
              "Está cifrado con una clave que no está en el llavero (%s)".formatted(closed.clave());
          case ALTERADO ->
              "Lo guardado fue alterado: no abre con su clave (%s)".formatted(closed.clave());
        });
  }
}
