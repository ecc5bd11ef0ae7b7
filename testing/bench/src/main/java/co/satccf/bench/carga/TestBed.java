package co.satccf.bench.carga;

import co.satccf.bench.informe.Latencias;
import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Llavero;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The local platform under load: both JVM compilers, a database that waits for its disk, and
 * employers that are in SAT.
 */
public final class TestBed implements AutoCloseable {
  public static final ServicioSuite SUBJECT = ServicioSuite.RELACION_LABORAL;
  public static final ServicioSat SERVICIO = ServicioSat.INICIO_RELACION_LABORAL;

  /** Connections of a transmitter to the Ministry: the largest limit that is tried. */
  public static final int MOST_IN_FLIGHT = 256;

  private static final int EMPLOYERS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Plataforma plataforma;
  private final Publisher publisher;
  private final Ledger ledger;
  private final Store store;
  private final Feed feed;
  private final Cpu cpu;
  private final Optional<Profile> profile;
  private Duration latency = Duration.ZERO;

  private TestBed(Plataforma plataforma, Optional<Profile> profile, long semilla) {
    this.plataforma = plataforma;
    this.profile = profile;
    this.publisher = new Publisher(plataforma.servidoresKafka());
    this.ledger = new Ledger(plataforma.libro());
    this.store = new Store(plataforma.baseDeDatos(), SUBJECT);
    this.feed = new Feed(semilla, EMPLOYERS);
    this.cpu = new Cpu(plataforma::procesos);
  }

  /**
   * Starts it, brings the employers in, and returns when the subject knows all of them.
   *
   * @param profile where the time goes, if that is asked
   * @param aviso told what goes on, in Spanish
   */
  public static TestBed open(
      OpcionesDePlataforma base, Optional<Profile> profile, long semilla, Consumer<String> aviso) {
    OpcionesDePlataforma opciones =
        base.conJvm(List.of()).conEnVuelo(MOST_IN_FLIGHT).conPostgres("fsync", "on");
    Plataforma plataforma =
        Plataforma.iniciar(profile.map(p -> p.options(opciones)).orElse(opciones), aviso);
    TestBed bed = new TestBed(plataforma, profile, semilla);
    try {
      profile.ifPresent(p -> p.start(bed.store));
      bed.bringEmployersIn();
      return bed;
    } catch (RuntimeException | Error e) {
      bed.close();
      throw e;
    }
  }

  private void bringEmployersIn() {
    plataforma.control().incorporar(feed.employers());
    publisher.publish(feed.incorporados());
    if (!await(PATIENCE, () -> store.number("select count(*) from empleador_sat") >= EMPLOYERS)) {
      throw new IllegalStateException("los empleadores no llegaron a " + SUBJECT.modulo());
    }
  }

  public Plataforma plataforma() {
    return plataforma;
  }

  public Feed feed() {
    return feed;
  }

  public Store store() {
    return store;
  }

  /** The ring that the services encrypt with. */
  public Llavero llavero() {
    try {
      return Llavero.de(Files.readString(plataforma.montaje().llavero()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Cpu cpu() {
    return cpu;
  }

  /** How long the Ministry takes for everything it is asked, tokens included. */
  public void latency(Duration duration) {
    latency = duration;
    Latencia fixed = Latencia.fija(duration.toMillis());
    plataforma.control().fallas(Fallas.conLatencia(fixed).latencia(Falla.TOKEN, fixed));
  }

  /** Fixes the limit of the fleet: floor and ceiling are the same. */
  public void inFlight(int limit) {
    call(
        "PUT",
        "/cupo",
        "{\"piso\":%d,\"techo\":%d,\"motivo\":\"sat bench\"}".formatted(limit, limit));
  }

  /** Nothing more is sent. */
  public void pause() {
    call("POST", "/pausar", "{\"motivo\":\"sat bench\"}");
  }

  private void resume() {
    call("POST", "/reanudar", "{\"motivo\":\"sat bench\"}");
  }

  private void call(String method, String what, String body) {
    String path = "/servicios/" + SERVICIO.nombre() + what;
    URI uri = plataforma.direccion(SUBJECT).resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + plataforma.token(UsuarioDeArena.ADMINISTRADOR))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Publishes so many events at once and waits until all are done. */
  public Run drain(int events) {
    return run(feed.reports(events), Double.POSITIVE_INFINITY);
  }

  /** Publishes at a rate, whatever becomes of the events, and waits until all are done. */
  public Run offer(double perSecond, Duration length) {
    return run(feed.reports((int) (perSecond * length.toMillis() / 1e3)), perSecond);
  }

  /**
   * Fills the topic while the subject is down, starts it, and waits until all is stored. The first
   * quarter only warms it up.
   */
  public Stretch takeIn(int events) {
    plataforma.detener(SUBJECT.modulo());
    long before = position();
    publisher.publish(feed.reports(events));
    plataforma.revivir(SUBJECT.modulo());
    reach(before + events / 4);
    long from = position();
    long start = System.nanoTime();
    Map<String, Duration> cpuBefore = cpu.used();
    reach(before + events);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Stretch(before + events - from, seconds, cpuBefore, cpu.used());
  }

  /** Lets the paused subject send until so many reports are accepted, and pauses it again. */
  public Stretch sendReady(int reports) {
    forgetLedger();
    long start = System.nanoTime();
    Map<String, Duration> cpuBefore = cpu.used();
    resume();
    awaitAcceptance(reports);
    int accepted = ledger.accepted().size();
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Duration> cpuAfter = cpu.used();
    pause();
    if (accepted < reports) {
      throw new IllegalStateException("solo se aceptaron " + accepted + " de " + reports);
    }
    return new Stretch(accepted, seconds, cpuBefore, cpuAfter);
  }

  /** Answers that the Ministry gave to a radicado it had taken already. */
  public long claimedTwice() {
    return plataforma.control().resumen().servicios().values().stream()
        .mapToLong(servicio -> servicio.repetidos() + servicio.dobles())
        .sum();
  }

  /** Resident memory of the subject. */
  public double subjectMib() {
    return Cpu.residentMib(Objects.requireNonNull(plataforma.procesos().get(SUBJECT.modulo())));
  }

  /** Of the Ministry in memory, which would not hold millions, and ours. */
  private void forgetLedger() {
    ledger.forget();
    plataforma.control().olvidarLibro();
  }

  private void reach(long target) {
    long seen = -1;
    while (position() < target) {
      long now = position();
      if (now == seen) {
        throw new IllegalStateException("la entrada no avanza de la posición " + now);
      }
      seen = now;
      await(PATIENCE, () -> position() >= target);
    }
  }

  private long position() {
    return store.number(
        "select coalesce(sum(siguiente), 0) from posicion where topico = '%s'"
            .formatted(SERVICIO.familia().topic()));
  }

  private Run run(List<Hecho> events, double rate) {
    forgetLedger();
    Map<String, Duration> cpuBefore = cpu.used();
    Schedule schedule = new Schedule(Instant.now(), rate, events.size());
    Duration publishing = publisher.publish(events, schedule);
    awaitAcceptance(events.size());
    await(PATIENCE, () -> store.undone() == 0);
    Map<String, Duration> cpuAfter = cpu.used();
    return result(events, schedule, publishing, cpuBefore, cpuAfter);
  }

  /** Gives up when nothing was accepted for a while. */
  private void awaitAcceptance(int target) {
    int seen = -1;
    while (ledger.accepted().size() < target && ledger.accepted().size() > seen) {
      int now = ledger.accepted().size();
      seen = now;
      await(
          PATIENCE,
          () -> {
            ledger.read();
            return ledger.accepted().size() > now;
          });
    }
  }

  private Run result(
      List<Hecho> events,
      Schedule schedule,
      Duration publishing,
      Map<String, Duration> cpuBefore,
      Map<String, Duration> cpuAfter) {
    Latencias latencies = new Latencias();
    List<Instant> accepted = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Instant instant = ledger.accepted().get(events.get(i).radicado());
      if (instant != null) {
        accepted.add(instant);
        latencies.anotar(Duration.between(schedule.due(i), instant));
      }
    }
    double seconds = Math.max(schedule.length().toNanos(), publishing.toNanos()) / 1e9;
    Sustainability sustainability =
        new Sustainability(
            Double.isInfinite(schedule.rate()) ? 0 : schedule.rate(),
            events.size() / seconds,
            latency,
            schedule.backlog(accepted),
            events.size() - accepted.size() + store.undone());
    return new Run(
        events.size(),
        schedule.acceptedPerSecond(accepted),
        Schedule.middlePerSecond(accepted),
        latencies,
        sustainability,
        cpuBefore,
        cpuAfter);
  }

  private static boolean await(Duration atMost, BooleanSupplier done) {
    long limit = System.nanoTime() + atMost.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - limit > 0) {
        return false;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return true;
  }

  private static IllegalStateException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrumpido", cause);
  }

  @Override
  public void close() {
    publisher.close();
    profile.ifPresent(p -> p.end(store, plataforma.baseDeDatos().registro()));
    store.close();
    plataforma.close();
  }
}
