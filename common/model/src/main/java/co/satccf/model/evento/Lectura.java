package co.satccf.model.evento;

import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Reporte;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event of the ERP turned out to be. Its identity is ({@code source}, {@code id}). */
public sealed interface Lectura {

  /**
   * A fact to report; it may still break its contract.
   *
   * @param tipoRezago 1 to 4; 4, day to day, when the event says nothing
   * @param corrige the radicado this event corrects
   */
  record Reportable(
      String source,
      String id,
      Instant instante,
      int tipoRezago,
      @Nullable String corrige,
      Reporte reporte)
      implements Lectura {}

  /**
   * Opening balance: an employer that already is in SAT.
   *
   * @param departamento two digits
   * @param fecha a calendar date yyyy-MM-dd, {@code ""} when the event says nothing
   */
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
   * An event that cannot be placed, with every reason found.
   *
   * @param source as far as it can be read
   * @param id as far as it can be read
   */
  record Ilegible(@Nullable String source, @Nullable String id, List<Motivo> motivos)
      implements Lectura {
    public Ilegible {
      motivos = List.copyOf(motivos);
    }
  }
}
