package co.satccf.bench;

import co.satccf.bench.carga.Backlog;
import co.satccf.bench.carga.Store;
import co.satccf.bench.carga.Stretch;
import co.satccf.bench.carga.TestBed;
import co.satccf.bench.informe.Informe;
import co.satccf.bench.informe.Medida;
import co.satccf.bench.informe.Meta;
import co.satccf.sandbox.local.ServicioSuite;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a report costs while more and more wait behind it, and after millions were settled. At each
 * size the real service claims, sends and settles the same number of reports, at 0 ms; what waits
 * behind them is written into the store by SQL, for the usual way would take hours and is measured
 * by {@link Intake}.
 *
 * <p>The measure is processor time of database and transmitter, which other work on the machine
 * moves least.
 */
final class Growth implements Scenario {
  private static final double FLAT = 1.5;
  private static final double MOST_MEMORY_MIB = 400;
  private static final int IN_FLIGHT = 64;
  private static final int LOT = 50_000;
  private static final int[] WAITING = {1_000, 100_000, 2_000_000};
  private static final int[] WAITING_CORTO = {1_000, 20_000, 200_000};
  private static final Set<String> CHARGED = Set.of("postgres", TestBed.SUBJECT.modulo());

  @Override
  public String nombre() {
    return "crecimiento";
  }

  @Override
  public String titulo() {
    return "El costo de un reporte según lo que espera y lo ya resuelto";
  }

  @Override
  public void measure(Extent extent, Informe informe) {
    var opciones =
        extent
            .opciones()
            .soloCon(EnumSet.of(ServicioSuite.TOKEN, ServicioSuite.AFILIACION, TestBed.SUBJECT))
            // As in production: the platform's own is for runs that last seconds.
            .con(TestBed.SUBJECT, "sat.barrido", "PT5M");
    try (TestBed bed = TestBed.open(opciones, extent.profile(this), 4, informe::aviso)) {
      bed.inFlight(IN_FLIGHT);
      liveCycles(extent.of(1_000_000, 10_000), bed, informe);
      bed.pause();
      sizes(extent, bed, informe);
    }
  }

  private static void sizes(Extent extent, TestBed bed, Informe informe) {
    Backlog backlog = new Backlog(bed.store(), bed.llavero());
    int reports = extent.of(20_000, 3_000);
    double first = 0;
    double memory = 0;
    for (int waiting : extent.corto() ? WAITING_CORTO : WAITING) {
      informe.aviso(text("se siembran hasta %,d en espera", waiting));
      backlog.waitingUpTo(waiting);
      double cost = cost(bed, backlog, reports, first, text("%,d en espera", waiting), informe);
      first = first == 0 ? cost : first;
      memory = Math.max(memory, bed.subjectMib());
    }
    int settled = extent.of(5_000_000, 300_000);
    informe.aviso(text("se siembran %,d resueltos", settled));
    backlog.settled(settled);
    cost(bed, backlog, reports, first, text("además, %,d resueltos", settled), informe);
    informe.anotar(
        Medida.conMeta(
            "memoria del transmisor",
            Math.max(memory, bed.subjectMib()),
            "MiB",
            Meta.aLoSumo(MOST_MEMORY_MIB),
            "residente, -Xmx144m"));
  }

  private static double cost(
      TestBed bed, Backlog backlog, int reports, double first, String with, Informe informe) {
    backlog.first(reports);
    Stretch stretch = bed.sendReady(reports);
    double cost = stretch.cpuPerThousand(CHARGED);
    informe.anotar(
        Medida.vista(
            "pedir, enviar y liquidar, " + with,
            cost,
            "s/1.000",
            text("%.0f/s; ", stretch.perSecond()) + stretch.cpuByProcess()));
    if (first > 0) {
      informe.anotar(
          Medida.conMeta(
              "lo mismo ÷ con los primeros, " + with,
              cost / first,
              "veces",
              Meta.aLoSumo(FLAT),
              ""));
    }
    return cost;
  }

  /** Reports that come, go and are settled; then what their traces take in the store. */
  private static void liveCycles(int cycles, TestBed bed, Informe informe) {
    informe.aviso(text("%,d vidas completas", cycles));
    for (int done = 0; done < cycles; done += LOT) {
      bed.drain(Math.min(LOT, cycles - done));
    }
    Store store = bed.store();
    String after = text("tras %,d vidas", cycles);
    store.run("create extension if not exists pgstattuple");
    bloat(
        informe,
        "filas muertas y espacio libre en reporte",
        store.number(
            "select round(dead_tuple_percent + approx_free_percent) from pgstattuple_approx('reporte')"),
        "%",
        after);
    bloat(
        informe,
        "índices de la cola, ya vacía",
        store.number(
                """
                select sum(pg_relation_size(indexrelid)) from pg_index
                where indrelid = 'reporte'::regclass and indpred is not null
                  and pg_get_expr(indpred, indrelid) like '%PENDIENTE%'
                """)
            / 1_048_576.0,
        "MiB",
        after);
    bloat(
        informe,
        "buzón de salida, ya vacío",
        store.number("select pg_total_relation_size('salida')") / 1_048_576.0,
        "MiB",
        after);
    bloat(
        informe,
        "cambios de reporte sin tocar índices (HOT)",
        store.number(
            "select 100 * n_tup_hot_upd / greatest(1, n_tup_upd) from pg_stat_user_tables where relname = 'reporte'"),
        "%",
        after);
  }

  private static void bloat(Informe informe, String name, double value, String unit, String after) {
    informe.anotar(Medida.vista(name, value, unit, after));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.forLanguageTag("es-CO"), format, values);
  }
}
