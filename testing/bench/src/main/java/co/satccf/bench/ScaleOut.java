package co.satccf.bench;

import co.satccf.bench.carga.Run;
import co.satccf.bench.carga.TestBed;
import co.satccf.bench.informe.Informe;
import co.satccf.bench.informe.Medida;
import co.satccf.bench.informe.Meta;
import co.satccf.sandbox.local.ServicioSuite;
import java.time.Duration;
import java.util.EnumSet;

/**
 * One, two and four replicas of a transmitter against a slow Ministry. Each replica has 16
 * connections, so that what bounds it is the waiting, of which a machine has plenty; the limit of
 * the fleet is beyond all of them.
 */
final class ScaleOut implements Scenario {
  private static final int CONNECTIONS = 16;
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final double PER_REPLICA = 0.9;

  /**
   * Reports for each replica before it counts: a JVM that compiles takes the cores of the others.
   */
  private static final int WARM = 20_000;

  private static final int[] REPLICAS = {1, 2, 4};

  @Override
  public String nombre() {
    return "replicas";
  }

  @Override
  public String titulo() {
    return "Más réplicas de un transmisor, a 200 ms";
  }

  @Override
  public void measure(Extent extent, Informe informe) {
    var opciones =
        extent
            .opciones()
            .soloCon(EnumSet.of(ServicioSuite.TOKEN, ServicioSuite.AFILIACION, TestBed.SUBJECT))
            .con(TestBed.SUBJECT, "sat.ministerio.conexiones", String.valueOf(CONNECTIONS));
    try (TestBed bed = TestBed.open(opciones, extent.profile(this), 3, informe::aviso)) {
      bed.inFlight(TestBed.MOST_IN_FLIGHT);
      int running = 1;
      double one = 0;
      for (int replicas : REPLICAS) {
        for (; running < replicas; running++) {
          bed.plataforma().replica(TestBed.SUBJECT);
        }
        Run run = run(extent, bed, replicas);
        one = replicas == 1 ? run.middlePerSecond() : one;
        note(informe, replicas, run, one);
      }
      informe.anotar(
          Medida.conMeta(
              "reportes pedidos dos veces", bed.claimedTwice(), "reportes", Meta.aLoSumo(0), ""));
    }
  }

  private static Run run(Extent extent, TestBed bed, int replicas) {
    bed.latency(Duration.ZERO);
    bed.drain(replicas * extent.of(WARM, 1_000));
    bed.latency(LATENCY);
    int perSecond = (int) (replicas * CONNECTIONS * 1_000 / LATENCY.toMillis());
    bed.drain(perSecond);
    return bed.drain(perSecond * extent.of(20, 6));
  }

  private static void note(Informe informe, int replicas, Run run, double one) {
    String name = replicas + (replicas == 1 ? " réplica" : " réplicas");
    String cpu = run.cpuByProcess();
    informe.anotar(Medida.vista(name, run.middlePerSecond(), "reportes/s", cpu));
    if (replicas > 1) {
      informe.anotar(
          Medida.conMeta(
              name + " ÷ 1",
              run.middlePerSecond() / one,
              "veces",
              Meta.alMenos(PER_REPLICA * replicas),
              ""));
    }
  }
}
