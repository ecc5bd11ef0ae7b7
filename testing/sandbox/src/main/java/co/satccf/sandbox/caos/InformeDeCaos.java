package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Corrida;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * The end of a run of {@link Caos}.
 *
 * @param sobrevividos faults that hurt the feed on its way, by kind
 * @param revividos how often a service was started again
 * @param faltas what is wrong besides the verdict of the feed, in Spanish; empty when nothing is
 */
public record InformeDeCaos(
    Caos caos,
    Corrida.Veredicto veredicto,
    Map<String, Integer> sobrevividos,
    int revividos,
    List<String> faltas) {

  /** Whether everything holds. */
  public boolean bien() {
    return veredicto.bien() && faltas.isEmpty();
  }

  /** What {@code --informe} writes. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("semilla", caos.semilla());
    json.put("segundos", caos.duracion().toSeconds());
    json.put("eventos", caos.eventos());
    json.put("bien", bien());
    json.put("averias", total());
    ObjectNode averias = json.putObject("averiasPorTipo");
    sobrevividos.forEach(averias::put);
    json.put("serviciosRevividos", revividos);
    ArrayNode lista = json.putArray("faltas");
    faltas.forEach(lista::add);
    json.set("corrida", veredicto.resumen());
    return json;
  }

  private int total() {
    return sobrevividos.values().stream().mapToInt(Integer::intValue).sum();
  }

  void mostrar(PrintStream salida) {
    salida.println("\n  Averías sobrevividas: " + total());
    sobrevividos.forEach((tipo, veces) -> salida.printf("  %6d  %s%n", veces, tipo));
    salida.printf("  %6d  arranques de un servicio caído%n%n", revividos);
    faltas.forEach(falta -> salida.println("  ✗ " + falta));
    salida.println(bien() ? "  ✓ Todo se cumple." : "  ✗ No se cumple.");
    salida.printf(
        "  Para repetirlo: ./sat chaos --semilla %d --minutos %d --eventos %d%n",
        caos.semilla(), caos.duracion().toMinutes(), caos.eventos());
  }
}
