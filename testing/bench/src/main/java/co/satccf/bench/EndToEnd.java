package co.satccf.bench;

import co.satccf.bench.carga.Run;
import co.satccf.bench.carga.TestBed;
import co.satccf.bench.informe.Informe;
import co.satccf.bench.informe.Medida;
import co.satccf.bench.informe.Meta;
import co.satccf.bench.rivales.BareCeiling;
import co.satccf.bench.rivales.SerialPeer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * From the event to the Ministry's acceptance, beside a serial peer and a bare ceiling, in turns
 * against the same Ministry. A rate counts when the suite sustained it as an open load.
 */
final class EndToEnd implements Scenario {
  static final List<Integer> LATENCIES_MS = List.of(0, 50, 200);
  private static final int GOAL_IN_FLIGHT = 64;
  private static final double OF_THE_LIMIT = 0.8;
  private static final double OF_THE_CEILING = 0.35;
  private static final double TIMES_THE_SERIAL_PEER = 100;
  private static final double WITHOUT_LATENCY_PER_SECOND = 1_500;
  private static final double P99_OVER_LATENCY_MS = 250;

  /** Shares of what was drained that are offered until one is sustained. */
  private static final double[] SHARES = {0.95, 0.85, 0.75, 0.6};

  /**
   * Where the first is, so much more each time, until one is not: taking all in at once slows a
   * drain.
   */
  private static final double MORE = 1.06;

  /** What a drain is sized by where no latency bounds it. */
  private static final double EXPECTED_PER_SECOND = 2_000;

  /** Beyond what two cores can post and answer. */
  private static final double MOST_PER_SECOND = 18_000;

  /** One setting: a latency of the Ministry and a limit in flight. */
  private record Cell(int latencyMs, int inFlight) {
    String name(String figure) {
      return "%s, %d ms, %d en vuelo".formatted(figure, latencyMs, inFlight);
    }

    /** What the limit in flight and the latency leave possible. */
    double limitPerSecond() {
      return latencyMs == 0 ? Double.POSITIVE_INFINITY : inFlight * 1e3 / latencyMs;
    }

    boolean isGoal() {
      return inFlight == GOAL_IN_FLIGHT;
    }
  }

  @Override
  public String nombre() {
    return "extremo-a-extremo";
  }

  @Override
  public String titulo() {
    return "Del hecho a la aceptación";
  }

  @Override
  public void measure(Extent extent, Informe informe) throws Exception {
    try (TestBed bed = TestBed.open(extent.opciones(), extent.profile(this), 1, informe::aviso)) {
      informe.aviso("calentamiento");
      bed.inFlight(GOAL_IN_FLIGHT);
      bed.drain(30_000);
      for (Cell cell : cells(extent)) {
        new Turn(extent, informe, bed, cell).measure();
      }
    }
  }

  private static List<Cell> cells(Extent extent) {
    List<Integer> latencies =
        extent.latencia().map(List::of).orElse(extent.corto() ? List.of(50, 0) : LATENCIES_MS);
    List<Integer> limits =
        extent.corto() ? List.of(GOAL_IN_FLIGHT) : List.of(8, GOAL_IN_FLIGHT, 256);
    return latencies.stream()
        .flatMap(latency -> limits.stream().map(limit -> new Cell(latency, limit)))
        .toList();
  }

  /** All sides of one cell, one after another. */
  private record Turn(Extent extent, Informe informe, TestBed bed, Cell cell) {

    void measure() throws Exception {
      bed.latency(Duration.ofMillis(cell.latencyMs()));
      bed.inFlight(cell.inFlight());
      double ceiling = ceiling();
      double serial = serial();
      Run steady = steady();
      rate(steady, ceiling, serial);
      latency(steady.perSecond() / 2);
    }

    private double ceiling() throws InterruptedException {
      Duration time = Duration.ofSeconds(extent.of(8, 4));
      double most = Math.min(1.1 * cell.limitPerSecond(), MOST_PER_SECOND);
      List<String> bodies = bed.feed().bodies((int) (most * time.toSeconds()));
      double perSecond =
          new BareCeiling(ministerio(), TestBed.SERVICIO, cell.inFlight()).perSecond(bodies, time);
      informe.anotar(
          Medida.vista(cell.name("techo desnudo"), perSecond, "reportes/s", "sin base ni Kafka"));
      return perSecond;
    }

    private double serial() throws Exception {
      Duration time = Duration.ofSeconds(extent.of(8, 3));
      double perSecond =
          new SerialPeer(ministerio(), TestBed.SERVICIO, bed.plataforma().baseDeDatos())
              .perSecond(bed.feed().bodies(1_000 * (int) time.toSeconds()), time);
      informe.anotar(
          Medida.vista(
              cell.name("par en serie"), perSecond, "reportes/s", "token, envío y fila, de a uno"));
      return perSecond;
    }

    /** The largest rate that is sustained; the last one tried when none is. */
    private Run steady() {
      double guess = Math.min(cell.limitPerSecond(), EXPECTED_PER_SECOND);
      double drained = bed.drain((int) (guess * extent.of(15, 8))).perSecond();
      informe.anotar(
          Medida.vista(
              cell.name("suite, de una vez"), drained, "reportes/s", "todo publicado al inicio"));
      Run run = offer(drained * SHARES[0]);
      if (run.sustainability().sustained()) {
        return more(drained * SHARES[0], run);
      }
      for (int i = 1; i < SHARES.length && !run.sustainability().sustained(); i++) {
        run = offer(drained * SHARES[i]);
      }
      return run;
    }

    private Run more(double rate, Run sustained) {
      Run best = sustained;
      for (double next = rate * MORE; next < cell.limitPerSecond(); next *= MORE) {
        Run run = offer(next);
        if (!run.sustainability().sustained()) {
          break;
        }
        best = run;
      }
      return best;
    }

    private Run offer(double perSecond) {
      Run run = bed.offer(perSecond, Duration.ofSeconds(extent.of(20, 10)));
      if (!run.sustainability().sustained()) {
        informe.aviso(text("%.0f/s no es sostenible: ", perSecond) + objections(run));
      }
      return run;
    }

    private void rate(Run run, double ceiling, double serial) {
      String cpu = run.cpuByProcess();
      note(run, "suite", run.perSecond(), "reportes/s", rateGoal(), cpu);
      note(
          run,
          "CPU de la suite y su entorno",
          run.cpuPerThousand(),
          "s/1.000",
          null,
          text("%.2f de los núcleos ocupados", run.cpuPerThousand() * run.perSecond() / 1e3));
      boolean overSerial = cell.latencyMs() == 50 && cell.isGoal();
      note(
          run,
          "suite ÷ par en serie",
          run.perSecond() / serial,
          "veces",
          overSerial ? Meta.alMenos(TIMES_THE_SERIAL_PEER) : null,
          "");
      boolean underCeiling = cell.latencyMs() == 0 && cell.isGoal();
      note(
          run,
          "suite ÷ techo desnudo",
          100 * run.perSecond() / ceiling,
          "%",
          underCeiling ? Meta.alMenos(100 * OF_THE_CEILING) : null,
          "");
    }

    private @Nullable Meta rateGoal() {
      if (!cell.isGoal()) {
        return null;
      }
      return switch (cell.latencyMs()) {
        case 0 -> Meta.alMenos(WITHOUT_LATENCY_PER_SECOND);
        case 50 -> Meta.alMenos(OF_THE_LIMIT * cell.limitPerSecond());
        default -> null;
      };
    }

    private void latency(double perSecond) {
      Run half = bed.offer(perSecond, Duration.ofSeconds(extent.of(20, 10)));
      String load = text("a %.0f/s, la mitad", perSecond);
      note(half, "p50 hecho-aceptación", half.latencies().ms(50), "ms", null, load);
      note(
          half,
          "p99 hecho-aceptación",
          half.latencies().ms(99),
          "ms",
          Meta.aLoSumo(cell.latencyMs() + P99_OVER_LATENCY_MS),
          load);
    }

    private void note(
        Run run, String figure, double value, String unit, @Nullable Meta goal, String detail) {
      String name = cell.name(figure);
      informe.anotar(
          run.sustainability().sustained()
              ? new Medida(name, value, unit, goal, detail, true)
              : Medida.noSostenible(name, value, unit, goal, objections(run)));
    }

    private URI ministerio() {
      return URI.create(bed.plataforma().direcciones().getOrDefault("ministerio", ""));
    }

    private static String objections(Run run) {
      return String.join("; ", run.sustainability().objections());
    }

    private static String text(String format, Object... values) {
      return String.format(Locale.forLanguageTag("es-CO"), format, values);
    }
  }
}
