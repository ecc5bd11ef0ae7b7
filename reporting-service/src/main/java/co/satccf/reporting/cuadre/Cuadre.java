package co.satccf.reporting.cuadre;

import java.util.List;
import java.util.stream.Collectors;

/** What came of comparing the counts at a cut-off. */
public sealed interface Cuadre {

  /** All counts are equal. */
  record Cuadra() implements Cuadre {}

  /**
   * It cannot be told yet.
   *
   * @param motivo in Spanish
   */
  record TodaviaNo(String motivo) implements Cuadre {}

  /** Somebody has lost something, or has it twice. */
  record Descuadra(List<Diferencia> diferencias) implements Cuadre {

    /** In Spanish, for a person. */
    public String motivo() {
      return diferencias.stream().map(Diferencia::texto).collect(Collectors.joining("; "));
    }
  }

  /**
   * One count that is not the same.
   *
   * @param donde SAT service or topic
   * @param suyos as the family service counts
   * @param nuestros as this service counts
   */
  record Diferencia(String donde, String que, String suyos, long nuestros) {

    String texto() {
      return "%s, %s: %s en el servicio y %d aquí".formatted(donde, que, suyos, nuestros);
    }
  }
}
