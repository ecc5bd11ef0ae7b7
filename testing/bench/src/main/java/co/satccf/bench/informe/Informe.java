package co.satccf.bench.informe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every figure of a run, printed as it comes; at the end the verdict and the JSON. */
public final class Informe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RENGLON = "  %-52s %12s %-12s %-10s %s";

  private final PrintStream salida;
  private final List<Medida> medidas = new ArrayList<>();

  public Informe(PrintStream salida) {
    this.salida = salida;
  }

  public void titulo(String texto) {
    salida.printf("%n  %s%n", texto);
  }

  /** What happens now; not part of the report. */
  public void aviso(String texto) {
    salida.println("  … " + texto);
  }

  public void anotar(Medida medida) {
    medidas.add(medida);
    salida.println(renglon(medida));
  }

  static String renglon(Medida medida) {
    Meta meta = medida.meta();
    String signo =
        switch (medida.cumple()) {
          case null -> medida.cuenta() ? "" : "no sostenible";
          case Boolean cumple when cumple -> "✓ " + (meta == null ? "" : meta.texto());
          case Boolean _ -> "✗ " + (meta == null ? "" : meta.texto());
        };
    return RENGLON
        .formatted(
            medida.nombre(),
            Numeros.texto(medida.valor()),
            medida.unidad(),
            signo,
            medida.detalle())
        .stripTrailing();
  }

  /** Whether every goal holds; a run without a figure proves nothing. */
  public boolean cumple() {
    return !medidas.isEmpty()
        && medidas.stream().noneMatch(medida -> Boolean.FALSE.equals(medida.cumple()));
  }

  public List<Medida> incumplidas() {
    return medidas.stream().filter(medida -> Boolean.FALSE.equals(medida.cumple())).toList();
  }

  /** The table of goals, and whether all hold. */
  public void veredicto() {
    titulo("Metas");
    medidas.stream()
        .filter(medida -> medida.meta() != null)
        .forEach(medida -> salida.println(renglon(medida)));
    List<Medida> faltan = incumplidas();
    titulo(
        cumple() ? "✓ todas las metas se cumplen" : "✗ no se cumplen " + faltan.size() + " metas");
  }

  public ArrayNode json() {
    ArrayNode lista = JSON.createArrayNode();
    for (Medida medida : medidas) {
      ObjectNode objeto = lista.addObject();
      objeto.put("nombre", medida.nombre());
      objeto.put("valor", medida.valor());
      objeto.put("unidad", medida.unidad());
      Meta meta = medida.meta();
      objeto.put("meta", meta == null ? null : meta.texto());
      objeto.put("cumple", medida.cumple());
      objeto.put("detalle", medida.detalle());
    }
    return lista;
  }

  public void escribir(Path archivo) throws IOException {
    Files.writeString(archivo, json().toPrettyString() + "\n");
  }
}
