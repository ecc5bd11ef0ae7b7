package co.satccf.sandbox.ministerio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which employers are in SAT, by departamento, and which ever were. */
final class Padron {
  // An employer that left keeps its entry with no departamento: it was once in SAT.
  private final Map<String, Set<String>> departamentos = new HashMap<>();

  void entra(String empleador, String departamento) {
    departamentos.computeIfAbsent(empleador, nuevo -> new HashSet<>(2)).add(departamento);
  }

  void sale(String empleador, String departamento) {
    Set<String> suyos = departamentos.get(empleador);
    if (suyos != null) {
      suyos.remove(departamento);
    }
  }

  boolean esta(String empleador, String departamento) {
    Set<String> suyos = departamentos.get(empleador);
    return suyos != null && suyos.contains(departamento);
  }

  boolean estaEnAlguno(String empleador) {
    Set<String> suyos = departamentos.get(empleador);
    return suyos != null && !suyos.isEmpty();
  }

  boolean estuvoAlgunaVez(String empleador) {
    return departamentos.containsKey(empleador);
  }

  long cuantos() {
    return departamentos.values().stream().mapToLong(Set::size).sum();
  }

  void olvidar() {
    departamentos.clear();
  }

  static String empleador(Reporte reporte) {
    return empleador(
        reporte.valor("tipoDocumentoEmpleador"),
        reporte.valor("numeroDocumentoEmpleador"),
        reporte.valor("serialSAT"));
  }

  static String empleador(String tipo, String numero, String serial) {
    return tipo + '-' + numero + '-' + serial;
  }
}
