package co.satccf.transmitter.restauracion;

import co.satccf.model.Familia;
import co.satccf.stream.BatchHandler;
import co.satccf.stream.BrokerRefusal;
import co.satccf.stream.Positions;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Hilos;
import co.satccf.transmitter.store.Topicos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens dispatch only when the store knows everything that this service has told (rule 16).
 *
 * <p>Nothing moves before the store was compared with {@code sat.resultados}. When the topic is
 * ahead, the store was restored from an older copy: what reports had become is applied to those
 * that are there; intake then reads the events since the copy again, and each report learns what it
 * had become; only then is anything sent.
 */
@ApplicationScoped
public class Restauracion {

  private static final Logger LOG = Logger.getLogger(Restauracion.class);
  private static final Duration ENTRE_INTENTOS = Duration.ofSeconds(1);
  private static final Duration ENTRE_MIRADAS = Duration.ofSeconds(15);
  private static final Duration TRAS_RECHAZO = Duration.ofSeconds(30);
  private static final String RECHAZADA =
      "Kafka rechaza la contraseña, el certificado o el permiso de este servicio (%s)";
  private static final Duration ENTRE_MIRADAS_A_LA_BRECHA = Duration.ofMinutes(1);

  /** So that a start has at most an hour of outcomes to look at, and retention never passes by. */
  private static final Duration ENTRE_COMPROBACIONES = Duration.ofHours(1);

  private static final long REPORTES_POR_PARTE = 10_000;

  private final Comparacion comparacion;
  private final Reaplicacion reaplicacion;
  private final Pasado pasado;
  private final Database database;
  private final Hilos hilos;
  private final boolean comparar;
  private final Duration entreComprobaciones;
  private final List<String> topicos;
  private final boolean llevaElRegistro;
  private final CountDownLatch parando = new CountDownLatch(1);
  private final Object cierre = new Object();
  private volatile Fase fase = Fase.COMPARANDO;
  private volatile boolean reaplicando;
  private volatile String detalle = "";

  /** How far the start has come. */
  public enum Fase {
    COMPARANDO("compara lo guardado con sat.resultados; aún no se envía"),
    REAPLICANDO("la base se restauró: reaplica lo que sat.resultados ya sabe; aún no se envía"),
    DETENIDA("no se pudo comparar lo guardado con sat.resultados; no se envía"),
    ATRASADA("la base se restauró con el servicio en marcha; no se envía y se reinicia"),
    ABIERTA("lo guardado está completo");

    private final String texto;

    Fase(String texto) {
      this.texto = texto;
    }
  }

  /** What the machinery does, and in this order. */
  public interface Pasos {
    /** Reads topics and moves what is not an answer of the Ministry. */
    void tomar();

    /** Reads the register back that this service has written. */
    void releerRegistro();

    /** Sends. */
    void enviar();

    /** Sends no more; returns when no call is in flight, or none is waited for any longer. */
    void dejarDeEnviar() throws InterruptedException;
  }

  @FunctionalInterface
  private interface Paso {
    void dar() throws InterruptedException;
  }

  @Inject
  Restauracion(
      Comparacion comparacion,
      Reaplicacion reaplicacion,
      Pasado pasado,
      Database database,
      Hilos hilos,
      SatConfig config,
      FamiliaDeServicios familia) {
    this(
        comparacion,
        reaplicacion,
        pasado,
        database,
        hilos,
        config.restauracion().comparar(),
        ENTRE_COMPROBACIONES,
        familia);
  }

  Restauracion(
      Comparacion comparacion,
      Reaplicacion reaplicacion,
      Pasado pasado,
      Database database,
      Hilos hilos,
      boolean comparar,
      Duration entreComprobaciones,
      FamiliaDeServicios familia) {
    this.comparacion = comparacion;
    this.reaplicacion = reaplicacion;
    this.pasado = pasado;
    this.database = database;
    this.hilos = hilos;
    this.comparar = comparar;
    this.entreComprobaciones = entreComprobaciones;
    this.llevaElRegistro = familia.familia() == Familia.AFILIACION;
    this.topicos =
        List.of(
            familia.familia().topic(), llevaElRegistro ? Topicos.RESULTADOS : Topicos.EMPLEADORES);
  }

  /** Takes the steps as soon as they may be taken; returns at once. */
  public void antesDe(Pasos pasos) {
    if (comparar) {
      hilos.empezar("restauracion", () -> ciclo(pasos));
    } else {
      fase = Fase.ABIERTA;
      pasos.tomar();
      pasos.enviar();
    }
  }

  public BatchHandler alrededorDe(BatchHandler intake) {
    return new IntakeEnRestauracion(intake, this, reaplicacion, database);
  }

  boolean reaplicando() {
    return reaplicando;
  }

  public boolean abierta() {
    return fase == Fase.ABIERTA;
  }

  /** Why nothing is sent, or that all is there; in Spanish. */
  public String texto() {
    return detalle.isEmpty() ? fase.texto : fase.texto + ": " + detalle;
  }

  /** No step is taken after this; waits for one that is being taken. */
  public void parar() {
    synchronized (cierre) {
      parando.countDown();
    }
  }

  private void dar(Paso paso) throws InterruptedException {
    synchronized (cierre) {
      if (parando.getCount() == 0) {
        throw new InterruptedException("stopping");
      }
      paso.dar();
    }
  }

  private void ciclo(Pasos pasos) {
    try {
      Comparacion.Fin fin = sinBrecha();
      if (fin.porReaplicar() > 0) {
        restaurar(pasos, fin.porReaplicar());
      } else {
        dar(pasos::tomar);
      }
      insistir(() -> anotar(fin.leido()));
      dar(pasos::enviar);
      detalle = "";
      fase = Fase.ABIERTA;
      vigilar(pasos);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the store is behind: only a start learns what it lacks. */
  private void vigilar(Pasos pasos) throws InterruptedException {
    while (true) {
      dormir(entreComprobaciones);
      Comparacion.Fin fin = insistir(comparacion::comparar);
      if (fin.brecha().isPresent() || fin.porReaplicar() > 0) {
        fase = Fase.ATRASADA;
        LOG.errorf("event=store_fell_behind outcomes=%d gap=%s", fin.porReaplicar(), fin.brecha());
        dar(pasos::dejarDeEnviar);
        return;
      }
      insistir(() -> anotar(fin.leido()));
    }
  }

  /** Stays here while there is a gap: only a person knows whether it matters. */
  private Comparacion.Fin sinBrecha() throws InterruptedException {
    while (true) {
      Comparacion.Fin fin = insistir(comparacion::comparar);
      Optional<Brecha> brecha =
          fin.brecha().isPresent() || fin.porReaplicar() == 0
              ? fin.brecha()
              : insistir(this::brechaDeEntrada);
      if (brecha.isEmpty()) {
        detalle = "";
        return fin;
      }
      detalle = brecha.get().mensaje();
      fase = Fase.DETENIDA;
      LOG.errorf("event=dispatch_stays_closed gap=%s", brecha.get());
      dormir(ENTRE_MIRADAS_A_LA_BRECHA);
    }
  }

  private Optional<Brecha> brechaDeEntrada() throws SQLException {
    Map<TopicPartition, Long> posiciones = database.transaction(Positions::todas);
    return pasado.extension(topicos).entrySet().stream()
        .filter(una -> posiciones.getOrDefault(una.getKey(), 0L) < una.getValue().inicio())
        .map(
            una ->
                new Brecha(
                    una.getKey(),
                    posiciones.getOrDefault(una.getKey(), 0L),
                    una.getValue().inicio()))
        .findFirst();
  }

  private void restaurar(Pasos pasos, long porReaplicar) throws InterruptedException {
    LOG.warnf("event=store_was_restored outcomes=%d", porReaplicar);
    fase = Fase.REAPLICANDO;
    reaplicando = true;
    int hallados = insistir(() -> reaplicacion.aplicar(false));
    dar(pasos::tomar);
    esperarLectura(topicos);
    esperarCorrecciones();
    insistir(() -> reaplicacion.aplicar(true));
    if (llevaElRegistro) {
      dar(pasos::releerRegistro);
      esperarLectura(List.of(Topicos.EMPLEADORES));
    }
    long enDuda = ponerEnDuda();
    int sinReporte =
        insistir(() -> database.transaction(RestauracionStatements::asentarSinReporte));
    reaplicando = false;
    LOG.warnf(
        "event=restore_finished at_once=%d after_intake=%d in_doubt=%d without_report=%d",
        hallados, porReaplicar - hallados - sinReporte, enDuda, sinReporte);
  }

  /** In parts: the whole queue in one statement would outlast what a connection waits. */
  private long ponerEnDuda() throws InterruptedException {
    long ultimo = insistir(() -> database.transaction(RestauracionStatements::ultimoReporte));
    long puestos = 0;
    for (long desde = 0; desde < ultimo; desde += REPORTES_POR_PARTE) {
      long parte = desde;
      puestos +=
          insistir(
              () ->
                  database.transaction(
                      connection ->
                          RestauracionStatements.ponerEnDuda(
                              connection, parte, parte + REPORTES_POR_PARTE)));
    }
    return puestos;
  }

  /** Until what the topics have now is stored. */
  private void esperarLectura(List<String> hasta) throws InterruptedException {
    Map<TopicPartition, Pasado.Extension> metas = insistir(() -> pasado.extension(hasta));
    while (!insistir(() -> leido(metas))) {
      dormir(ENTRE_INTENTOS);
    }
  }

  private boolean leido(Map<TopicPartition, Pasado.Extension> metas) throws SQLException {
    Map<TopicPartition, Long> posiciones = database.transaction(Positions::todas);
    return metas.entrySet().stream()
        .allMatch(
            meta ->
                meta.getValue().vacia()
                    || posiciones.getOrDefault(meta.getKey(), 0L) >= meta.getValue().siguiente());
  }

  /**
   * Until those that can be applied now were: others wait for more than for their turn. What one
   * look costs grows with the store, so the looks become rarer.
   */
  private void esperarCorrecciones() throws InterruptedException {
    Duration espera = ENTRE_INTENTOS;
    while (insistir(() -> reaplicacion.aplicar(false)) > 0 || insistir(this::quedanCorrecciones)) {
      dormir(espera);
      espera = espera.compareTo(ENTRE_MIRADAS) < 0 ? espera.multipliedBy(2) : ENTRE_MIRADAS;
    }
  }

  private boolean quedanCorrecciones() throws SQLException {
    return database.transaction(RestauracionStatements::quedanCorrecciones);
  }

  private boolean anotar(Map<Integer, Long> leido) throws SQLException {
    return database.transaction(connection -> RestauracionStatements.comprobar(connection, leido));
  }

  /** Something that needs the database or the broker. */
  @FunctionalInterface
  private interface Intento<T> {
    T hacer() throws SQLException;
  }

  private <T> T insistir(Intento<T> intento) throws InterruptedException {
    Fase antes = fase;
    String decia = detalle;
    while (true) {
      try {
        T hecho = intento.hacer();
        fase = antes;
        detalle = decia;
        return hecho;
      } catch (SQLException | KafkaException away) {
        LOG.warnf("event=restore_check_waits cause=%s", away.getClass().getSimpleName());
        @Nullable String rechazo = BrokerRefusal.in(away);
        if (rechazo != null) {
          detalle = antes == Fase.ABIERTA ? decia : RECHAZADA.formatted(rechazo);
          dormir(TRAS_RECHAZO);
        }
      } catch (RuntimeException unforeseen) {
        LOG.errorf("event=restore_check_fails cause=%s", unforeseen.getClass().getName());
        if (antes != Fase.ABIERTA) {
          fase = Fase.DETENIDA;
          detalle = unforeseen.getClass().getSimpleName();
        }
      }
      dormir(ENTRE_INTENTOS);
    }
  }

  private void dormir(Duration cuanto) throws InterruptedException {
    if (parando.await(cuanto.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopping");
    }
  }
}
