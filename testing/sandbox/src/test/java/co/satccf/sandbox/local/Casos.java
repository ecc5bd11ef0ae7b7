package co.satccf.sandbox.local;

import co.satccf.sandbox.local.Desenlaces.Clave;
import co.satccf.sandbox.local.Publicado.Posicion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A made-up run of EstadoPagoEmpleador, to be bent by a test before it is judged. */
final class Casos {
  static final String SERVICIO = "EstadoPagoEmpleador";

  final List<Publicado> publicados = new ArrayList<>();
  final Desenlaces desenlaces = new Desenlaces();
  final Map<Clave, Integer> libro = new HashMap<>();
  final Map<String, Long> estados = new TreeMap<>();
  long repetidos;
  long cuarentena;
  long incorporados;
  Conteos.Correcciones correcciones = Conteos.Correcciones.CERO;
  private int revision;

  /** Published, and its report ended so; the Ministry has it when it was accepted. */
  Casos reporte(int n, String estado) {
    publicar(evento(n));
    contar(n, estado);
    if (estado.startsWith("ACEPTADO")) {
      libro.put(clave(n), 1);
    }
    return this;
  }

  Casos publicar(String linea) {
    publicados.add(
        new Publicado(
            EventoPublicable.de(linea.getBytes(StandardCharsets.UTF_8)),
            new Posicion("sat.novedades", 0, publicados.size())));
    return this;
  }

  /** The services count it and the ERP is told. */
  Casos contar(int n, String estado) {
    estados.merge(estado, 1L, Long::sum);
    desenlace(n, estado);
    return this;
  }

  /** The ERP is told. */
  Casos desenlace(int n, String estado) {
    desenlaces.tomar(
        ("{\"type\":\"co.satccf.resultado.x.v1\",\"data\":{\"servicio\":\"%s\",\"radicado\":\"R%d\","
                + "\"eventoSource\":\"/erp\",\"eventoId\":\"E%d\",\"revision\":%d,\"estado\":\"%s\","
                + "\"departamento\":null,\"tipoRezago\":4}}")
            .formatted(SERVICIO, n, n, ++revision, estado)
            .getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The record published last is in quarantine. */
  Casos enCuarentena() {
    Posicion posicion = publicados.getLast().posicion();
    desenlaces.tomar(
        ("{\"type\":\"co.satccf.resultado.cuarentena.v1\",\"data\":{\"topico\":\"%s\",\"particion\":%d,"
                + "\"posicion\":%d}}")
            .formatted(posicion.topico(), posicion.particion(), posicion.posicion())
            .getBytes(StandardCharsets.UTF_8));
    cuarentena++;
    return this;
  }

  Juez juez() {
    return new Juez(publicados, conteos(), desenlaces, libro);
  }

  List<String> diferencias() {
    return juez().diferencias(grupos());
  }

  private Conteos conteos() {
    Conteos.DeServicio servicio =
        new Conteos.DeServicio(
            estados.values().stream().mapToLong(Long::longValue).sum(),
            0,
            Map.of("REPORTE_ANTERIOR", n("PENDIENTE")),
            0,
            n("ACEPTADO"),
            n("ACEPTADO_CON_ALERTA"),
            n("GLOSADO"),
            n("INCIERTO"),
            n("POR_CONFIRMAR"),
            0,
            0);
    return new Conteos(
        Map.of(SERVICIO, servicio), cuarentena, repetidos, incorporados, correcciones, 0, Map.of());
  }

  private long n(String estado) {
    return estados.getOrDefault(estado, 0L);
  }

  /** What a reporting-service that has read every outcome answers. */
  JsonNode grupos() {
    ArrayNode grupos = Http.JSON.createArrayNode();
    Map<String, Long> porEstado = new TreeMap<>();
    desenlaces.reportes().values().forEach(d -> porEstado.merge(d.estado(), 1L, Long::sum));
    porEstado.forEach(
        (estado, reportes) ->
            grupos
                .addObject()
                .put("servicio", SERVICIO)
                .put("rezago", 4)
                .putNull("departamento")
                .put("estado", estado)
                .put("reportes", reportes));
    return grupos;
  }

  static Clave clave(int n) {
    return new Clave(SERVICIO, "R" + n);
  }

  static String evento(int n) {
    return "{\"source\":\"/erp\",\"id\":\"E%d\",\"type\":\"co.satccf.novedades.estado-pago.v1\"}"
        .formatted(n);
  }

  /** A correction of report {@code n}, told as event {@code evento}. */
  static String correccion(int n, int evento) {
    return "{\"source\":\"/erp\",\"id\":\"E%d\",\"type\":\"co.satccf.novedades.estado-pago.v1\",\"radicado\":\"R%d\",\"corrige\":\"R%d\"}"
        .formatted(evento, n, n);
  }

  static String saldo(int n) {
    return "{\"source\":\"/erp\",\"id\":\"S%d\",\"type\":\"co.satccf.afiliacion.empleador-incorporado.v1\"}"
        .formatted(n);
  }
}
