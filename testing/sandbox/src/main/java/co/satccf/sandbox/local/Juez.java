package co.satccf.sandbox.local;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.local.Desenlaces.Clave;
import co.satccf.sandbox.local.Desenlaces.Desenlace;
import co.satccf.sandbox.local.EventoPublicable.Identidad;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
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
 *
 * <p>An event is accounted for when an outcome names it, when its place in Kafka is in quarantine,
 * or when it is byte for byte an earlier one that is accounted for. An opening balance has no
 * outcome, nor has a correction that waits or lies with an operator: the services' counts answer
 * for them.
 */
final class Juez {
  /** States in which the suite itself says that it does not know what the Ministry has. */
  private static final Set<String> SIN_SABER = Set.of("INCIERTO", "POR_CONFIRMAR");

  private final List<Publicado> publicados;
  private final Conteos conteos;
  private final Desenlaces desenlaces;
  private final Map<Clave, Integer> aceptadosEnLibro;
  private final List<Publicado> sinRastro;
  private final Map<String, Long> repetidos = new HashMap<>();
  private final Map<String, Long> enCuarentena = new HashMap<>();
  private final Map<String, Long> corregidos = new HashMap<>();

  /**
   * @param aceptadosEnLibro how often the Ministry took in each report
   */
  Juez(
      List<Publicado> publicados,
      Conteos conteos,
      Desenlaces desenlaces,
      Map<Clave, Integer> aceptadosEnLibro) {
    this.publicados = publicados;
    this.conteos = conteos;
    this.desenlaces = desenlaces;
    this.aceptadosEnLibro = aceptadosEnLibro;
    this.sinRastro = buscarSinRastro();
  }

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

  private List<Publicado> buscarSinRastro() {
    List<Publicado> perdidos = new ArrayList<>();
    Set<ByteBuffer> conRastro = new HashSet<>();
    Set<Identidad> incorporados = new HashSet<>();
    List<Publicado> saldos = new ArrayList<>();
    List<Publicado> correcciones = new ArrayList<>();
    for (Publicado publicado : publicados) {
      EventoPublicable evento = publicado.evento();
      ByteBuffer bytes = ByteBuffer.wrap(evento.valor());
      if (desenlaces.cuarentena().contains(publicado.posicion())) {
        evento.servicio().ifPresent(servicio -> enCuarentena.merge(servicio, 1L, Long::sum));
        conRastro.add(bytes);
      } else if (conRastro.contains(bytes)) {
        evento.servicio().ifPresent(servicio -> repetidos.merge(servicio, 1L, Long::sum));
      } else if (evento.incorporado().isPresent() && evento.identidad().isPresent()) {
        conRastro.add(bytes);
        if (incorporados.add(evento.identidad().get())) {
          saldos.add(publicado);
        }
      } else if (evento.identidad().filter(desenlaces.eventos()::contains).isPresent()) {
        conRastro.add(bytes);
        if (evento.correccion().filter(c -> !c.radicadoNuevo()).isPresent()) {
          evento.servicio().ifPresent(servicio -> corregidos.merge(servicio, 1L, Long::sum));
        }
      } else if (evento.correccion().isPresent() && evento.identidad().isPresent()) {
        conRastro.add(bytes);
        correcciones.add(publicado);
      } else {
        perdidos.add(publicado);
      }
    }
    faltantes(perdidos, saldos, conteos.incorporados());
    faltantes(perdidos, correcciones, conteos.correcciones().sinAplicar());
    return perdidos;
  }

  /** Which of them is missing cannot be told from a count: the last ones stand for all. */
  private static void faltantes(List<Publicado> perdidos, List<Publicado> todos, long contados) {
    long faltan = todos.size() - contados;
    todos.reversed().stream().limit(Math.max(0, faltan)).forEach(perdidos::add);
  }

  Conteos conteos() {
    return conteos;
  }

  int publicados() {
    return publicados.size();
  }

  int publicados(String servicio) {
    return (int) publicados.stream().filter(p -> es(p, servicio)).count();
  }

  /** Lines that are byte for byte an earlier line. */
  long repetidos(String servicio) {
    return repetidos.getOrDefault(servicio, 0L);
  }

  /** Corrections that became another version of their report. */
  long corregidos(String servicio) {
    return corregidos.getOrDefault(servicio, 0L);
  }

  long enCuarentena(String servicio) {
    return enCuarentena.getOrDefault(servicio, 0L);
  }

  /** Published events that stand in no state, and reports on which suite and ledger disagree. */
  long perdidos() {
    return Math.max(sinRastro.size(), sinCuenta())
        + noAceptadosEnLibro().size()
        + aceptadosSinSaberlo().size();
  }

  long perdidos(String servicio) {
    return sinRastro.stream().filter(p -> es(p, servicio)).count()
        + noAceptadosEnLibro().stream().filter(c -> c.servicio().equals(servicio)).count()
        + aceptadosSinSaberlo().stream().filter(c -> c.servicio().equals(servicio)).count();
  }

  private static boolean es(Publicado publicado, String servicio) {
    return publicado.evento().servicio().filter(servicio::equals).isPresent();
  }

  /** Published events of which nobody has told anything. */
  List<Publicado> sinRastro() {
    return sinRastro;
  }

  /** Published minus what the services account for; negative when they count more. */
  long sinCuenta() {
    return publicados.size()
        - conteos.repetidos()
        - conteos.incorporados()
        - conteos.cuarentena()
        - conteos.correcciones().aplicadas()
        - conteos.correcciones().sinAplicar()
        - conteos.total().recibidos();
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

  /** Reports that the Ministry has and the suite takes for settled otherwise, or not sent. */
  Set<Clave> aceptadosSinSaberlo() {
    Set<Clave> faltan = new HashSet<>();
    for (Clave clave : aceptadosEnLibro.keySet()) {
      Desenlace desenlace = desenlaces.reportes().get(clave);
      if (desenlace == null || !(desenlace.aceptado() || SIN_SABER.contains(desenlace.estado()))) {
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

  /** Distinct radicados of a service that the Ministry has. */
  long enLibro(String servicio) {
    return aceptadosEnLibro.keySet().stream().filter(c -> c.servicio().equals(servicio)).count();
  }

  /**
   * Every place where two of the five do not agree, in Spanish; empty when all is well.
   *
   * @param grupos of {@code GET /conteos?agrupar=servicio,rezago,departamento,estado}
   */
  List<String> diferencias(JsonNode grupos) {
    List<String> diferencias = new ArrayList<>();
    comparar(
        diferencias,
        "publicados",
        "hechos",
        publicados.size(),
        "cuenta de los servicios",
        publicados.size() - sinCuenta());
    comparar(
        diferencias,
        "cuarentena",
        "resultados",
        desenlaces.cuarentena().size(),
        "servicios",
        conteos.cuarentena());
    comparar(
        diferencias,
        "correcciones aplicadas bajo el mismo radicado",
        "resultados",
        corregidos.values().stream().mapToLong(Long::longValue).sum(),
        "servicios",
        conteos.correcciones().aplicadas());
    for (ServicioSat servicio : ServicioSat.values()) {
      deServicio(diferencias, servicio.nombre(), grupos);
    }
    celdas(diferencias, grupos);
    return diferencias;
  }

  private void deServicio(List<String> diferencias, String servicio, JsonNode grupos) {
    Conteos.DeServicio c = conteos.de(servicio);
    long dichos =
        desenlaces.reportes().keySet().stream().filter(k -> k.servicio().equals(servicio)).count();
    comparar(diferencias, servicio + " recibidos", "servicio", c.recibidos(), "resultados", dichos);
    long sinSaber =
        aceptadosEnLibro.keySet().stream()
            .filter(clave -> clave.servicio().equals(servicio))
            .filter(
                clave -> {
                  Desenlace desenlace = desenlaces.reportes().get(clave);
                  return desenlace != null && SIN_SABER.contains(desenlace.estado());
                })
            .count();
    comparar(
        diferencias,
        servicio + " aceptados",
        "libro del Ministerio",
        enLibro(servicio) - sinSaber,
        "reporting-service",
        aceptadosSegunReporting(servicio, grupos));
    comparar(
        diferencias,
        servicio + " aceptados",
        "libro del Ministerio",
        enLibro(servicio) - sinSaber,
        "servicio",
        c.aceptados() + c.aceptadosConAlerta());
  }

  static long aceptadosSegunReporting(String servicio, JsonNode grupos) {
    long aceptados = 0;
    for (JsonNode grupo : grupos) {
      if (grupo.path("servicio").asText().equals(servicio)
          && grupo.path("estado").asText().startsWith("ACEPTADO")) {
        aceptados += grupo.path("reportes").asLong();
      }
    }
    return aceptados;
  }

  /** Reporting's counts against the outcomes, cell by cell. */
  private void celdas(List<String> diferencias, JsonNode grupos) {
    Map<String, Long> dicho = new TreeMap<>();
    desenlaces
        .reportes()
        .forEach(
            (clave, d) ->
                dicho.merge(
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
    Set<String> celdas = new TreeSet<>(dicho.keySet());
    celdas.addAll(contado.keySet());
    for (String celda : celdas) {
      comparar(
          diferencias,
          celda,
          "resultados",
          dicho.getOrDefault(celda, 0L),
          "reporting-service",
          contado.getOrDefault(celda, 0L));
    }
  }

  private static void comparar(
      List<String> diferencias, String que, String uno, long a, String otro, long b) {
    if (a != b) {
      diferencias.add(que + ": " + uno + " " + a + ", " + otro + " " + b);
    }
  }

  private static String texto(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? "" : node.asText();
  }

  private static String celda(String servicio, int rezago, String departamento, String estado) {
    return "%s · rezago %d · %s · %s"
        .formatted(servicio, rezago, departamento.isEmpty() ? "—" : departamento, estado);
  }
}
