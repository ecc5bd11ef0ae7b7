package co.satccf.transmitter.operations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are asked for; the conditions add up.
 *
 * @param iguales columns of {@code reporte} and the value each must have
 * @param plazo due dates of unfinished reports; with it the pages go by due date
 * @param evento the event a version of the report came from
 * @param despues id of the last report of the page before, 0 for the first page
 * @param limite reports per page, 1 to 500
 */
record Filtro(
    Map<String, Object> iguales,
    @Nullable Plazo plazo,
    @Nullable Evento evento,
    long despues,
    int limite) {

  /**
   * @param desde not due at this instant yet; null for any time before {@code hasta}
   * @param hasta due at this instant
   */
  record Plazo(@Nullable Instant desde, Instant hasta) {}

  /** The identity of an event. */
  record Evento(String source, String id) {}

  static Filtro pagina(long despues, int limite) {
    return new Filtro(Map.of(), null, null, despues, limite);
  }

  /** With one condition more; null asks for any value. */
  Filtro con(String columna, @Nullable Object valor) {
    if (valor == null) {
      return this;
    }
    Map<String, Object> mas = new LinkedHashMap<>(iguales);
    mas.put(columna, valor);
    return new Filtro(mas, plazo, evento, despues, limite);
  }

  Filtro en(@Nullable Plazo otro) {
    return new Filtro(iguales, otro, evento, despues, limite);
  }

  Filtro del(@Nullable Evento otro) {
    return new Filtro(iguales, plazo, otro, despues, limite);
  }
}
