package co.satccf.sandbox.ministerio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the Ministry knows: employers in SAT, and which radicados it has taken in. One thread. */
final class Negocio {

  static final String ACEPTADO = "200";

  private final Set<String> enSat = new HashSet<>();
  private final Map<String, Integer> enSatPorEmpleador = new HashMap<>();
  private final Set<String> alguna = new HashSet<>();
  private final Map<Servicio, Map<String, Integer>> radicados = new HashMap<>();

  /** Judges a report of right structure and stores it when accepted; returns the codigo. */
  String juzgar(Servicio servicio, String radicado, Map<String, String> cuerpo, String texto, ModoDelMinisterio modo) {
    Map<String, Integer> vistos = radicados.computeIfAbsent(servicio, s -> new HashMap<>());
    if (vistos.containsKey(radicado) && modo.modo() == ModoDelMinisterio.Repetidos.RECHAZA_REPETIDOS) {
      return "GN01";
    }
    String empleador = empleador(cuerpo);
    String departamento = Estructura.valor(cuerpo, "departamento");
    if (modo.exigeEmpleador() && !cabe(servicio, empleador, departamento)) {
      return "GN02";
    }
    if (suerte(radicado + texto) < modo.proporcionGlosas()) {
      return "GN03";
    }
    if (suerte("zz" + radicado + texto) < modo.proporcionCodigoDesconocido()) {
      return "ZZ99";
    }
    vistos.merge(radicado, 1, Integer::sum);
    mover(servicio, empleador, departamento, cuerpo);
    return suerte("an" + radicado) < modo.proporcionAlertas() ? "AN01" : ACEPTADO;
  }

  private boolean cabe(Servicio servicio, String empleador, String departamento) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ -> true;
      case DESAFILIACION, INICIO_RELACION_LABORAL, PERDIDA_AFILIACION_CAUSA_GRAVE ->
          enSat.contains(empleador + "|" + departamento);
      case ESTADO_PAGO_EMPLEADOR -> enSatPorEmpleador.getOrDefault(empleador, 0) > 0;
      case TERMINACION_RELACION_LABORAL -> alguna.contains(empleador);
    };
  }

  private void mover(Servicio servicio, String empleador, String departamento, Map<String, String> cuerpo) {
    switch (servicio) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ -> entra(empleador, departamento);
      case DESAFILIACION -> sale(empleador, departamento);
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> {
        if (Estructura.valor(cuerpo, "estadoReporte").equals("1")) {
          sale(empleador, departamento);
        }
      }
      case INICIO_RELACION_LABORAL, TERMINACION_RELACION_LABORAL, ESTADO_PAGO_EMPLEADOR -> {}
    }
  }

  void incorporar(EmpleadorEnSat saldo) {
    entra(saldo.tipo() + "-" + saldo.numero() + "-" + saldo.serialSAT(), saldo.departamento());
  }

  private void entra(String empleador, String departamento) {
    alguna.add(empleador);
    if (enSat.add(empleador + "|" + departamento)) {
      enSatPorEmpleador.merge(empleador, 1, Integer::sum);
    }
  }

  private void sale(String empleador, String departamento) {
    if (enSat.remove(empleador + "|" + departamento)) {
      enSatPorEmpleador.merge(empleador, -1, Integer::sum);
    }
  }

  private static String empleador(Map<String, String> cuerpo) {
    return Estructura.valor(cuerpo, "tipoDocumentoEmpleador")
        + "-"
        + Estructura.valor(cuerpo, "numeroDocumentoEmpleador")
        + "-"
        + Estructura.valor(cuerpo, "serialSAT");
  }

  /** 0 to 1, always the same for the same text. */
  private static double suerte(String texto) {
    int hash = texto.hashCode() * 0x9E3779B9;
    return ((hash ^ (hash >>> 15)) >>> 1) / (double) Integer.MAX_VALUE;
  }

  int empleadoresEnSat() {
    return enSat.size();
  }

  long aceptados(Servicio servicio) {
    return radicados.getOrDefault(servicio, Map.of()).size();
  }

  long dobles(Servicio servicio) {
    return radicados.getOrDefault(servicio, Map.of()).values().stream().filter(veces -> veces > 1).count();
  }
}
