package co.satccf.sandbox.local;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.ministerio.ClientesSat;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The end of a run, for people and as JSON. */
final class Resumen {
  private static final int EJEMPLOS = 10;
  private static final Map<String, String> BLOQUEOS =
      Map.of(
          "REPORTE_ANTERIOR", "por un reporte anterior",
          "ANTERIOR_RETIRADO", "por el retiro del anterior",
          "POSIBLE_DUPLICADO", "por posible duplicado",
          "EMPLEADOR_NO_INCORPORADO", "por empleador que no está en el SAT");

  private final Seguimiento.Fin fin;
  private final Juez juez;
  private final ResumenDelMinisterio ministerio;
  private final JsonNode reporting;
  private final List<String> diferencias;

  Resumen(Seguimiento.Fin fin, Juez juez, ResumenDelMinisterio ministerio, JsonNode reporting) {
    this.fin = fin;
    this.juez = juez;
    this.ministerio = ministerio;
    this.reporting = reporting;
    this.diferencias = juez.diferencias(reporting.path("grupos"));
  }

  Juez juez() {
    return juez;
  }

  boolean bien() {
    return fin.quieto() && juez.perdidos() == 0 && juez.dobles() == 0 && diferencias.isEmpty();
  }

  /**
   * The keys of the run and, under {@code servicios}, the same for each SAT service. {@code
   * publicados} = repetidos + incorporados + cuarentena + corregidos + correccionesSinAplicar + the
   * states + perdidos; enEspera holds ready, blocked and in flight. A correction under a new
   * radicado stands in the states, as the report that it makes.
   */
  ObjectNode json() {
    Conteos conteos = juez.conteos();
    Conteos.DeServicio todos = conteos.total();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("publicados", juez.publicados());
    json.put("repetidos", conteos.repetidos());
    json.put("incorporados", conteos.incorporados());
    json.put("cuarentena", conteos.cuarentena());
    json.put("corregidos", conteos.correcciones().aplicadas());
    json.put("correccionesSinAplicar", conteos.correcciones().sinAplicar());
    estados(json, todos);
    json.put("perdidos", juez.perdidos());
    json.put("dobles", juez.dobles());
    json.put("segundos", segundos());
    json.put("tokensPedidos", ministerio.tokensPedidos());
    json.put("bien", bien());
    json.set("pendiente", textos(fin.pendiente()));
    json.set("diferencias", textos(diferencias));
    ObjectNode bloqueos = json.putObject("bloqueados");
    todos.bloqueos().forEach(bloqueos::put);
    ObjectNode cargados = json.putObject("conciliacion");
    cargados.put("empleadoresCargados", reporting.path("empleadoresCargados").asLong());
    cargados.put("trabajadoresCargados", reporting.path("trabajadoresCargados").asLong());
    cargados.set("grupos", reporting.path("grupos"));
    ObjectNode servicios = json.putObject("servicios");
    for (ServicioSat servicio : ServicioSat.values()) {
      servicio(servicios.putObject(servicio.nombre()), servicio.nombre());
    }
    return json;
  }

  private void servicio(ObjectNode json, String nombre) {
    json.put("publicados", juez.publicados(nombre));
    json.put("repetidos", juez.repetidos(nombre));
    json.put("cuarentena", juez.enCuarentena(nombre));
    json.put("corregidos", juez.corregidos(nombre));
    estados(json, juez.conteos().de(nombre));
    json.put("perdidos", juez.perdidos(nombre));
    json.put("dobles", juez.dobles(nombre));
    json.put("segundos", segundos());
    json.put(
        "tokensPedidos",
        ministerio
            .tokensPorCliente()
            .getOrDefault(ClientesSat.porServicio().getOrDefault(nombre, ""), 0L));
    ObjectNode aceptados = json.putObject("conciliacion");
    aceptados.put("libro", juez.enLibro(nombre));
    aceptados.put("reporting", aceptadosSegunReporting(nombre));
  }

  private double segundos() {
    return Math.round(fin.segundos() * 100) / 100.0;
  }

  private long aceptadosSegunReporting(String servicio) {
    return Juez.aceptadosSegunReporting(servicio, reporting.path("grupos"));
  }

  private static void estados(ObjectNode json, Conteos.DeServicio c) {
    json.put("aceptados", c.aceptados());
    json.put("aceptadosConAlerta", c.aceptadosConAlerta());
    json.put("glosados", c.glosados());
    json.put("enEspera", c.enEspera());
    json.put("inciertos", c.inciertos());
    json.put("porConfirmar", c.porConfirmar());
    json.put("retirados", c.retirados());
    json.put("sustituidos", c.sustituidos());
  }

  private static ArrayNode textos(List<String> textos) {
    ArrayNode lista = JsonNodeFactory.instance.arrayNode();
    textos.forEach(lista::add);
    return lista;
  }

  void mostrar(Pantalla pantalla) {
    Conteos conteos = juez.conteos();
    Conteos.DeServicio todos = conteos.total();
    pantalla.titulo("Resumen");
    pantalla.dato("publicados", juez.publicados());
    pantalla.dato("  repetidos", conteos.repetidos());
    pantalla.dato("  saldo inicial", conteos.incorporados());
    pantalla.dato("  en cuarentena", conteos.cuarentena());
    pantalla.dato("  correcciones aplicadas", conteos.correcciones().aplicadas());
    if (conteos.correcciones().sinAplicar() > 0) {
      pantalla.dato("  correcciones sin aplicar", conteos.correcciones().sinAplicar());
    }
    pantalla.dato("  aceptados", todos.aceptados());
    pantalla.dato("  aceptados con alerta", todos.aceptadosConAlerta());
    pantalla.dato("  glosados", todos.glosados());
    pantalla.dato("  en espera", todos.enEspera());
    todos
        .bloqueos()
        .forEach(
            (causa, n) -> {
              if (n > 0) {
                pantalla.dato("    " + BLOQUEOS.getOrDefault(causa, causa), n);
              }
            });
    pantalla.dato("  inciertos", todos.inciertos());
    pantalla.dato("  por confirmar", todos.porConfirmar());
    pantalla.dato("  retirados", todos.retirados());
    pantalla.dato("  sustituidos", todos.sustituidos());
    pantalla.titulo("Aceptados según cada cuenta");
    pantalla.encabezado("libro", "servicio", "reporting");
    for (ServicioSat servicio : ServicioSat.values()) {
      Conteos.DeServicio c = conteos.de(servicio.nombre());
      pantalla.fila(
          servicio.nombre(),
          Pantalla.numero(juez.enLibro(servicio.nombre())),
          Pantalla.numero(c.aceptados() + c.aceptadosConAlerta()),
          Pantalla.numero(aceptadosSegunReporting(servicio.nombre())));
    }
    pantalla.titulo("Conteos de reporting-service");
    pantalla.dato("empleadores cargados", reporting.path("empleadoresCargados").asLong());
    pantalla.dato("trabajadores cargados", reporting.path("trabajadoresCargados").asLong());
    pantalla.titulo("Balance");
    pantalla.dato("tokens pedidos", ministerio.tokensPedidos());
    pantalla.dato("segundos", Pantalla.decimal(fin.segundos()));
    pantalla.dato("perdidos", juez.perdidos());
    pantalla.dato("dobles", juez.dobles());
    pantalla.linea("");
    explicar(pantalla);
  }

  private void explicar(Pantalla pantalla) {
    if (bien()) {
      pantalla.bien(
          "Nada perdido, nada doble: el libro del Ministerio y todos los conteos coinciden.");
      return;
    }
    if (!fin.quieto()) {
      pantalla.mal("La espera se abandonó porque algo dejó de avanzar:");
      fin.pendiente().forEach(p -> pantalla.linea("      " + p));
    }
    ejemplos(
        pantalla,
        "hechos publicados de los que nadie da cuenta",
        juez.sinRastro().stream().map(Publicado::posicion).toList());
    ejemplos(
        pantalla,
        "reportes aceptados según el servicio que no están en el libro",
        List.copyOf(juez.noAceptadosEnLibro()));
    ejemplos(
        pantalla,
        "reportes aceptados en el libro que el servicio no da por aceptados",
        List.copyOf(juez.aceptadosSinSaberlo()));
    if (juez.dobles() > 0) {
      pantalla.mal(juez.dobles() + " radicados aceptados más de una vez por el Ministerio");
    }
    ejemplos(pantalla, "cuentas que no coinciden", diferencias);
  }

  private static void ejemplos(Pantalla pantalla, String que, List<?> cuales) {
    if (!cuales.isEmpty()) {
      pantalla.mal(cuales.size() + " " + que + ":");
      cuales.stream().limit(EJEMPLOS).forEach(c -> pantalla.linea("      " + c));
    }
  }
}
