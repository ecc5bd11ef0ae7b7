package co.satccf.model.evento;

import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Reporte;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event of the ERP turned out to be. */
public sealed interface Lectura {

  /**
   * A fact to report. It may be in breach of its contract.
   *
   * @param tipoRezago 1 to 4; 4 is day to day
   * @param corrige radicado of the report that this one corrects, or null
   */
  record Reportable(
      String source, String id, Instant instante, int tipoRezago, @Nullable String corrige, Reporte reporte)
      implements Lectura {}

  /** An employer that is in SAT already, without a report of ours. */
  record Incorporado(
      String source,
      String id,
      Instant instante,
      Documento empleador,
      String serialSat,
      String departamento,
      String fecha)
      implements Lectura {}

  /**
   * What cannot be placed; source and id are given when they could be read.
   *
   * @param motivos every reason found, at least one
   */
  record Ilegible(@Nullable String source, @Nullable String id, List<Motivo> motivos) implements Lectura {}
}
