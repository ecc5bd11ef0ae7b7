package co.satccf.sandbox.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the family services count, taken together.
 *
 * @param servicios by SAT service
 * @param salidaPendiente outcomes that are not on Kafka yet
 * @param posiciones next offset in the database, by {@code topic-partition}
 */
record Conteos(
    Map<String, DeServicio> servicios,
    long cuarentena,
    long repetidos,
    long incorporados,
    Correcciones correcciones,
    long salidaPendiente,
    Map<String, Long> posiciones) {

  /**
   * Corrections of the ERP by what became of them; one under a new radicado counts as a report,
   * too.
   */
  record Correcciones(
      long aplicadas, long conRadicadoNuevo, long enEspera, long enBandeja, long descartadas) {

    static final Correcciones CERO = new Correcciones(0, 0, 0, 0, 0);

    /** Those that neither changed a report nor made one. */
    long sinAplicar() {
      return enEspera + enBandeja + descartadas;
    }

    private Correcciones mas(JsonNode json) {
      return new Correcciones(
          aplicadas + json.path("aplicadas").asLong(),
          conRadicadoNuevo + json.path("conRadicadoNuevo").asLong(),
          enEspera + json.path("enEspera").asLong(),
          enBandeja + json.path("enBandeja").asLong(),
          descartadas + json.path("descartadas").asLong());
    }
  }

  /**
   * Counts of one SAT service.
   *
   * @param listos ready to be sent
   * @param bloqueos held, by cause
   */
  record DeServicio(
      long recibidos,
      long listos,
      Map<String, Long> bloqueos,
      long enVuelo,
      long aceptados,
      long aceptadosConAlerta,
      long glosados,
      long inciertos,
      long porConfirmar,
      long retirados,
      long sustituidos) {

    static final DeServicio CERO = new DeServicio(0, 0, Map.of(), 0, 0, 0, 0, 0, 0, 0, 0);

    boolean quieto() {
      return listos == 0 && enVuelo == 0 && inciertos == 0;
    }

    long bloqueados() {
      return bloqueos.values().stream().mapToLong(Long::longValue).sum();
    }

    long enEspera() {
      return listos + bloqueados() + enVuelo;
    }

    /** Reports that no longer move by themselves. */
    long resueltos() {
      return aceptados + aceptadosConAlerta + glosados + porConfirmar + retirados + sustituidos;
    }

    private DeServicio mas(DeServicio otro) {
      Map<String, Long> causas = new TreeMap<>(bloqueos);
      otro.bloqueos.forEach((causa, n) -> causas.merge(causa, n, Long::sum));
      return new DeServicio(
          recibidos + otro.recibidos,
          listos + otro.listos,
          causas,
          enVuelo + otro.enVuelo,
          aceptados + otro.aceptados,
          aceptadosConAlerta + otro.aceptadosConAlerta,
          glosados + otro.glosados,
          inciertos + otro.inciertos,
          porConfirmar + otro.porConfirmar,
          retirados + otro.retirados,
          sustituidos + otro.sustituidos);
    }
  }

  /** Empty when one of the services does not answer. */
  static Optional<Conteos> de(Plataforma plataforma) {
    Conteos juntos =
        new Conteos(new LinkedHashMap<>(), 0, 0, 0, Correcciones.CERO, 0, new HashMap<>());
    for (ServicioSuite transmisor : ServicioSuite.TRANSMISORES) {
      var respuesta = plataforma.consultar(transmisor, "/conteos");
      if (respuesta.isEmpty()) {
        return Optional.empty();
      }
      juntos = juntos.mas(respuesta.get());
    }
    return Optional.of(juntos);
  }

  private Conteos mas(JsonNode json) {
    json.path("servicios")
        .properties()
        .forEach(e -> servicios.put(e.getKey(), deServicio(e.getValue())));
    posiciones.putAll(numeros(json.path("intake")));
    return new Conteos(
        servicios,
        cuarentena + json.path("cuarentena").asLong(),
        repetidos + json.path("repetidos").asLong(),
        incorporados + json.path("incorporados").asLong(),
        correcciones.mas(json.path("correcciones")),
        salidaPendiente + json.path("salidaPendiente").asLong(),
        posiciones);
  }

  private static DeServicio deServicio(JsonNode json) {
    return new DeServicio(
        json.path("recibidos").asLong(),
        json.path("listos").asLong(),
        numeros(json.path("bloqueados")),
        json.path("enVuelo").asLong(),
        json.path("aceptados").asLong(),
        json.path("aceptadosConAlerta").asLong(),
        json.path("glosados").asLong(),
        json.path("inciertos").asLong(),
        json.path("porConfirmar").asLong(),
        json.path("retirados").asLong(),
        json.path("sustituidos").asLong());
  }

  static Map<String, Long> numeros(JsonNode objeto) {
    Map<String, Long> numeros = new TreeMap<>();
    objeto.properties().forEach(e -> numeros.put(e.getKey(), e.getValue().asLong()));
    return numeros;
  }

  DeServicio de(String servicio) {
    return servicios.getOrDefault(servicio, DeServicio.CERO);
  }

  DeServicio total() {
    return servicios.values().stream().reduce(DeServicio.CERO, DeServicio::mas);
  }
}
