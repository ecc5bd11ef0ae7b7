package co.satccf.reporting.consola.tablero;

import java.time.LocalDate;
import java.util.List;

/**
 * What came in and what became of it, as the projection knows it.
 *
 * @param hoy today in Bogotá
 * @param semana since its first day
 * @param dias the last ones, today included, oldest first
 */
public record Cifras(Flujo hoy, Flujo semana, List<Dia> dias) {

  /**
   * In some days.
   *
   * @param enviados answered by the Ministry, or sent without an answer
   * @param glosados refused by it; what our own validation refuses is not sent
   */
  public record Flujo(long recibidos, long enviados, long aceptados, long glosados) {

    Flujo mas(Flujo otro) {
      return new Flujo(
          recibidos + otro.recibidos,
          enviados + otro.enviados,
          aceptados + otro.aceptados,
          glosados + otro.glosados);
    }
  }

  /** One day in Bogotá. */
  public record Dia(LocalDate dia, Flujo flujo) {}

  static Cifras de(List<Dia> todos, LocalDate hoy, LocalDate inicioDeSemana, LocalDate primero) {
    return new Cifras(
        suma(todos, hoy),
        suma(todos, inicioDeSemana),
        todos.stream().filter(dia -> !dia.dia().isBefore(primero)).toList());
  }

  private static Flujo suma(List<Dia> dias, LocalDate desde) {
    return dias.stream()
        .filter(dia -> !dia.dia().isBefore(desde))
        .map(Dia::flujo)
        .reduce(new Flujo(0, 0, 0, 0), Flujo::mas);
  }
}
