package co.satccf.sandbox.local;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.ministerio.ClientesSat;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The end of a run, for people and as JSON.
 *
 * @param quieto whether everything came to rest; false when the wait was given up
 */
record Resumen(
    boolean quieto,
    Juez juez,
    List<EventoPublicable> publicados,
    Map<String, Long> repetidosPorServicio,
    Map<String, Long> cuarentenaPorServicio,
    ResumenDelMinisterio ministerio,
    JsonNode reporting,
    List<String> diferencias,
    double segundos) {

  boolean bien() {
    return quieto && juez.perdidos() == 0 && juez.dobles() == 0 && diferencias.isEmpty();
  }

  ObjectNode json() {
    Conteos conteos = juez.conteos();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("publicados", juez.publicados());
    json.put("repetidos", conteos.repetidos());
    json.put("cuarentena", conteos.cuarentena());
    json.put("incorporados", conteos.incorporados());
    estados(json, total(conteos));
    json.put("perdidos", juez.perdidos());
    json.put("dobles", juez.dobles());
    json.put("segundos", segundos);
    json.put("tokensPedidos", ministerio.tokensPedidos());
    json.put("quieto", quieto);
    json.set(
        "diferencias",
        JsonNodeFactory.instance
            .arrayNode()
            .addAll(diferencias.stream().map(JsonNodeFactory.instance::textNode).toList()));
    json.set("reporting", reporting);
    ObjectNode servicios = json.putObject("servicios");
    Map<String, Long> porServicio =
        publicados.stream()
            .flatMap(evento -> evento.servicio().stream())
            .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
    for (ServicioSat servicio : ServicioSat.values()) {
      servicio(servicios.putObject(servicio.nombre()), servicio.nombre(), porServicio);
    }
    return json;
  }

  private void servicio(ObjectNode json, String nombre, Map<String, Long> porServicio) {
    Conteos.DeServicio c = juez.conteos().servicios().getOrDefault(nombre, cero());
    long publicadosAqui = porServicio.getOrDefault(nombre, 0L);
    json.put("publicados", publicadosAqui);
    json.put("recibidos", c.recibidos());
    json.put("repetidos", repetidosPorServicio.getOrDefault(nombre, 0L));
    json.put("cuarentena", cuarentenaPorServicio.getOrDefault(nombre, 0L));
    estados(json, c);
    long divergentes =
        juez.noAceptadosEnLibro().stream().filter(clave -> clave.servicio().equals(nombre)).count()
            + juez.aceptadosSinSaberlo().stream()
                .filter(clave -> clave.servicio().equals(nombre))
                .count();
    json.put("perdidos", divergentes);
    json.put("dobles", juez.dobles(nombre));
    json.put("segundos", segundos);
    json.put("tokensPedidos", tokens(nombre));
  }

  private long tokens(String servicio) {
    String cliente = ClientesSat.porServicio().getOrDefault(servicio, "");
    return ministerio.tokensPorCliente().getOrDefault(cliente, 0L);
  }

  private static void estados(ObjectNode json, Conteos.DeServicio c) {
    json.put("aceptados", c.aceptados());
    json.put("aceptadosConAlerta", c.aceptadosConAlerta());
    json.put("glosados", c.glosados());
    json.put("enEspera", c.listos() + c.bloqueados() + c.enVuelo());
    json.put("inciertos", c.inciertos());
    json.put("porConfirmar", c.porConfirmar());
    json.put("retirados", c.retirados());
    json.put("sustituidos", c.sustituidos());
  }

  private static Conteos.DeServicio cero() {
    return new Conteos.DeServicio(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static Conteos.DeServicio total(Conteos conteos) {
    return conteos.servicios().values().stream()
        .reduce(
            cero(),
            (a, b) ->
                new Conteos.DeServicio(
                    a.recibidos() + b.recibidos(),
                    a.listos() + b.listos(),
                    a.bloqueados() + b.bloqueados(),
                    a.enVuelo() + b.enVuelo(),
                    a.aceptados() + b.aceptados(),
                    a.aceptadosConAlerta() + b.aceptadosConAlerta(),
                    a.glosados() + b.glosados(),
                    a.inciertos() + b.inciertos(),
                    a.porConfirmar() + b.porConfirmar(),
                    a.retirados() + b.retirados(),
                    a.sustituidos() + b.sustituidos()));
  }

  void mostrar(PrintStream salida) {
    Conteos.DeServicio t = total(juez.conteos());
    salida.println();
    salida.println("  Resumen");
    dato(salida, "publicados", juez.publicados());
    dato(salida, "  repetidos", juez.conteos().repetidos());
    dato(salida, "  saldo inicial", juez.conteos().incorporados());
    dato(salida, "  en cuarentena", juez.conteos().cuarentena());
    dato(salida, "  reportes", t.recibidos());
    dato(salida, "    aceptados", t.aceptados());
    dato(salida, "    aceptados con alerta", t.aceptadosConAlerta());
    dato(salida, "    glosados", t.glosados());
    dato(salida, "    en espera", t.listos() + t.bloqueados() + t.enVuelo());
    dato(salida, "    inciertos", t.inciertos());
    dato(salida, "    por confirmar", t.porConfirmar());
    dato(salida, "    retirados", t.retirados());
    dato(salida, "    sustituidos", t.sustituidos());
    salida.println();
    salida.println("  Conteos de reporting-service");
    dato(salida, "empleadores cargados", reporting.path("empleadoresCargados").asLong());
    dato(salida, "trabajadores cargados", reporting.path("trabajadoresCargados").asLong());
    salida.println();
    dato(salida, "tokens pedidos", ministerio.tokensPedidos());
    salida.printf("  %-28s%12.1f%n", "segundos", segundos);
    dato(salida, "perdidos", juez.perdidos());
    dato(salida, "dobles", juez.dobles());
    explicar(salida);
  }

  private void explicar(PrintStream salida) {
    if (!quieto) {
      salida.println("  ✗ La espera se abandonó: algo dejó de avanzar antes de quedar resuelto.");
    }
    if (juez.sinCuenta() != 0) {
      salida.println("  ✗ Hechos publicados que no están en ningún estado: " + juez.sinCuenta());
    }
    if (juez.sinDesenlace() != 0) {
      salida.println("  ✗ Desenlaces que no llegaron al ERP: " + juez.sinDesenlace());
    }
    juez.noAceptadosEnLibro().stream()
        .limit(5)
        .forEach(c -> salida.println("  ✗ Aceptado aquí, no en el libro: " + c));
    juez.aceptadosSinSaberlo().stream()
        .limit(5)
        .forEach(c -> salida.println("  ✗ En el libro, no aceptado aquí: " + c));
    diferencias.stream().limit(10).forEach(d -> salida.println("  ✗ reporting difiere: " + d));
    salida.println(
        bien()
            ? "  ✓ Nada perdido, nada doble: el libro del Ministerio y los conteos coinciden."
            : "  ✗ La corrida no cuadra.");
  }

  private static void dato(PrintStream salida, String nombre, long valor) {
    salida.printf("  %-28s%12s%n", nombre, Seguimiento.numero(valor));
  }
}
