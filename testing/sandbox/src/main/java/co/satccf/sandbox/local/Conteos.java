package co.satccf.sandbox.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the family services count, taken together.
 *
 * @param servicios by SAT service
 * @param posiciones next offset in the database, by {@code topic-partition}
 */
record Conteos(
    Map<String, DeServicio> servicios,
    long cuarentena,
    long repetidos,
    long incorporados,
    long salidaPendiente,
    Map<String, Long> posiciones) {

  /** Counts of one SAT service; {@code bloqueados} over all causes. */
  record DeServicio(
      long recibidos,
      long listos,
      long bloqueados,
      long enVuelo,
      long aceptados,
      long aceptadosConAlerta,
      long glosados,
      long inciertos,
      long porConfirmar,
      long retirados,
      long sustituidos) {

    boolean quieto() {
      return listos == 0 && enVuelo == 0 && inciertos == 0;
    }
  }

  /** Empty when one of the services does not answer. */
  static Optional<Conteos> de(Plataforma plataforma) {
    Map<String, DeServicio> servicios = new LinkedHashMap<>();
    Map<String, Long> posiciones = new LinkedHashMap<>();
    long cuarentena = 0;
    long repetidos = 0;
    long incorporados = 0;
    long salida = 0;
    for (ServicioSuite transmisor : ServicioSuite.TRANSMISORES) {
      var respuesta = Http.get(plataforma.direccion(transmisor).resolve("/conteos"));
      if (respuesta.isEmpty()) {
        return Optional.empty();
      }
      JsonNode json = respuesta.get();
      json.path("servicios")
          .properties()
          .forEach(e -> servicios.put(e.getKey(), deServicio(e.getValue())));
      json.path("intake")
          .properties()
          .forEach(e -> posiciones.put(e.getKey(), e.getValue().asLong()));
      cuarentena += json.path("cuarentena").asLong();
      repetidos += json.path("repetidos").asLong();
      incorporados += json.path("incorporados").asLong();
      salida += json.path("salidaPendiente").asLong();
    }
    return Optional.of(
        new Conteos(servicios, cuarentena, repetidos, incorporados, salida, posiciones));
  }

  private static DeServicio deServicio(JsonNode json) {
    long bloqueados = json.path("bloqueados").valueStream().mapToLong(JsonNode::asLong).sum();
    return new DeServicio(
        json.path("recibidos").asLong(),
        json.path("listos").asLong(),
        bloqueados,
        json.path("enVuelo").asLong(),
        json.path("aceptados").asLong(),
        json.path("aceptadosConAlerta").asLong(),
        json.path("glosados").asLong(),
        json.path("inciertos").asLong(),
        json.path("porConfirmar").asLong(),
        json.path("retirados").asLong(),
        json.path("sustituidos").asLong());
  }

  boolean quieto() {
    return salidaPendiente == 0 && servicios.values().stream().allMatch(DeServicio::quieto);
  }

  long recibidos() {
    return servicios.values().stream().mapToLong(DeServicio::recibidos).sum();
  }
}
