package co.satccf.bench.carga;

import co.satccf.sandbox.local.OpcionesDePlataforma;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Where the time goes, when a goal is missed: a JFR recording of each service, what each statement
 * of the subject's database cost, and the plans of some of those that took 10 ms or more. Profiling
 * slows down what it looks at: figures of such a run are not for comparing.
 *
 * @param folder where the recordings, {@code <name>.sql.tsv} and {@code <name>.planes.log} are
 *     written
 */
public record Profile(Path folder, String name) {
  private static final String STATEMENTS =
      """
      select concat_ws(E'\\t', round(total_exec_time), round(total_plan_time), calls,
        round((1000 * mean_exec_time)::numeric), rows, shared_blks_hit + shared_blks_read, wal_bytes, regexp_replace(query, '\\s+', ' ', 'g'))
      from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
      order by total_exec_time + total_plan_time desc limit 30
      """;

  OpcionesDePlataforma options(OpcionesDePlataforma opciones) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String recording = "settings=profile,dumponexit=true,filename=" + folder + "/%p.jfr";
    return opciones
        .conJvm(List.of("-XX:StartFlightRecording:" + recording))
        .conPostgres("shared_preload_libraries", "pg_stat_statements,auto_explain")
        .conPostgres("pg_stat_statements.track_planning", "on")
        .conPostgres("auto_explain.log_min_duration", "10ms")
        .conPostgres("auto_explain.sample_rate", "0.02")
        .conPostgres("auto_explain.log_analyze", "on")
        .conPostgres("auto_explain.log_buffers", "on")
        .conPostgres("auto_explain.log_triggers", "on")
        .conPostgres("auto_explain.log_nested_statements", "on");
  }

  void start(Store store) {
    store.run("create extension if not exists pg_stat_statements");
  }

  void end(Store store, Path serverLog) {
    try {
      Files.writeString(
          folder.resolve(name + ".sql.tsv"),
          "ms\tms de plan\tllamadas\tus\tfilas\tbloques\twal\tsentencia\n"
              + String.join("\n", store.texts(STATEMENTS))
              + "\n");
      Files.copy(
          serverLog, folder.resolve(name + ".planes.log"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
