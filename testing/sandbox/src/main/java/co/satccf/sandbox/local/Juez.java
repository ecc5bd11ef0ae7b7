package co.satccf.sandbox.local;

import co.satccf.sandbox.local.Desenlaces.Clave;
import co.satccf.sandbox.local.Desenlaces.Desenlace;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares what was published, what the services count, what the ERP was told, what reporting
 * counts, and what the Ministry's ledger holds. Knows no more than these five.
 */
record Juez(
    long publicados, Conteos conteos, Desenlaces desenlaces, Map<Clave, Integer> aceptadosEnLibro) {

  /** What the Ministry took in, and how often. */
  static Map<Clave, Integer> aceptados(Stream<EntradaDelLibro> libro) {
    Map<Clave, Integer> aceptados = new HashMap<>();
    libro
        .filter(EntradaDelLibro::aceptado)
        .forEach(
            entrada ->
                aceptados.merge(
                    new Clave(entrada.servicio(), entrada.radicado()), 1, Integer::sum));
    return aceptados;
  }

  /** Published facts that stand in no state, and reports on which suite and ledger disagree. */
  long perdidos() {
    return Math.abs(sinCuenta())
        + sinDesenlace()
        + noAceptadosEnLibro().size()
        + aceptadosSinSaberlo().size();
  }

  /**
   * Published minus everything the services account for; negative when they count more than was
   * published.
   */
  long sinCuenta() {
    return publicados
        - conteos.repetidos()
        - conteos.incorporados()
        - conteos.cuarentena()
        - conteos.recibidos();
  }

  /** Reports, and quarantined events, that the services have and the ERP was never told of. */
  long sinDesenlace() {
    long cuarentena =
        desenlaces.cuarentenaPorTopico().values().stream().mapToLong(Integer::longValue).sum();
    return Math.abs(conteos.recibidos() - desenlaces.reportes().size())
        + Math.abs(conteos.cuarentena() - cuarentena);
  }

  /** Reports that the suite calls accepted and the Ministry does not have. */
  Set<Clave> noAceptadosEnLibro() {
    Set<Clave> faltan = new HashSet<>();
    desenlaces
        .reportes()
        .forEach(
            (clave, desenlace) -> {
              if (desenlace.aceptado() && !aceptadosEnLibro.containsKey(clave)) {
                faltan.add(clave);
              }
            });
    return faltan;
  }

  /** Reports that the Ministry has and the suite takes for settled otherwise. */
  Set<Clave> aceptadosSinSaberlo() {
    Set<String> aunAbiertos = Set.of("INCIERTO", "POR_CONFIRMAR", "EN_VUELO");
    Set<Clave> faltan = new HashSet<>();
    for (Clave clave : aceptadosEnLibro.keySet()) {
      Desenlace desenlace = desenlaces.reportes().get(clave);
      if (desenlace == null
          || !(desenlace.aceptado() || aunAbiertos.contains(desenlace.estado()))) {
        faltan.add(clave);
      }
    }
    return faltan;
  }

  /** Radicados that the Ministry accepted more than once. */
  long dobles() {
    return aceptadosEnLibro.values().stream().filter(veces -> veces > 1).count();
  }

  long dobles(String servicio) {
    return aceptadosEnLibro.entrySet().stream()
        .filter(e -> e.getKey().servicio().equals(servicio) && e.getValue() > 1)
        .count();
  }

  /**
   * Where reporting's counts differ from the outcomes, cell by cell.
   *
   * @param grupos of {@code GET /conteos?agrupar=servicio,rezago,departamento,estado}
   */
  List<String> diferencias(JsonNode grupos) {
    Map<String, Long> esperado = new TreeMap<>();
    desenlaces
        .reportes()
        .forEach(
            (clave, d) ->
                esperado.merge(
                    celda(clave.servicio(), d.tipoRezago(), d.departamento(), d.estado()),
                    1L,
                    Long::sum));
    Map<String, Long> contado = new TreeMap<>();
    for (JsonNode grupo : grupos) {
      String celda =
          celda(
              grupo.path("servicio").asText(),
              grupo.path("rezago").asInt(),
              texto(grupo.path("departamento")),
              grupo.path("estado").asText());
      contado.merge(celda, grupo.path("reportes").asLong(), Long::sum);
    }
    Set<String> celdas = new TreeSet<>(esperado.keySet());
    celdas.addAll(contado.keySet());
    List<String> diferencias = new ArrayList<>();
    for (String celda : celdas) {
      long a = esperado.getOrDefault(celda, 0L);
      long b = contado.getOrDefault(celda, 0L);
      if (a != b) {
        diferencias.add(celda + ": resultados " + a + ", reporting " + b);
      }
    }
    return diferencias;
  }

  private static String texto(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }

  private static String celda(String servicio, int rezago, String departamento, String estado) {
    return servicio
        + " · rezago "
        + rezago
        + " · "
        + (departamento.isEmpty() ? "—" : departamento)
        + " · "
        + estado;
  }
}
