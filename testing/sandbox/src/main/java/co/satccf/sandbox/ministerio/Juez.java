package co.satccf.sandbox.ministerio;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides on a report: structure (GE), repeated radicado (GN01), employer in SAT (GN02), the shares
 * of the mode (GN03, ZZ99, AN01); and keeps what it took in.
 */
final class Juez {
  /** Times each radicado was taken in, by service. */
  private final Map<Servicio, Map<String, Integer>> aceptados = new EnumMap<>(Servicio.class);

  private final Padron padron = new Padron();

  Juez() {
    for (Servicio servicio : Servicio.values()) {
      aceptados.put(servicio, new HashMap<>());
    }
  }

  Decision decidir(Servicio servicio, Reporte reporte, String cuerpo, ModoDelMinisterio modo) {
    Campo falta = Contratos.primeraFalta(servicio, reporte);
    if (falta != null) {
      return new Decision(
          falta.codigo(), Codigos.texto(falta.codigo()) + " (" + falta.nombre() + ")");
    }
    String codigo = codigoDeNegocio(servicio, reporte, cuerpo, modo);
    if (Codigos.acepta(codigo)) {
      tomar(servicio, reporte);
    }
    return new Decision(codigo, Codigos.texto(codigo));
  }

  private String codigoDeNegocio(
      Servicio servicio, Reporte reporte, String cuerpo, ModoDelMinisterio modo) {
    String radicado = reporte.radicado();
    boolean repetido = suyos(servicio).containsKey(radicado);
    if (repetido && modo.modo() == ModoDelMinisterio.Repetidos.RECHAZA_REPETIDOS) {
      return Codigos.YA_EXISTE;
    }
    if (modo.exigeEmpleador() && !empleadorEnRegla(servicio, reporte)) {
      return Codigos.EMPLEADOR_NO_INCORPORADO;
    }
    if (toca(modo.proporcionGlosas(), "GN03", radicado + cuerpo)) {
      return Codigos.OTRA_GLOSA;
    }
    if (toca(modo.proporcionCodigoDesconocido(), "ZZ99", radicado + cuerpo)) {
      return Codigos.DESCONOCIDO;
    }
    return toca(modo.proporcionAlertas(), "AN01", radicado) ? Codigos.ALERTA : Codigos.ACEPTADO;
  }

  private boolean empleadorEnRegla(Servicio servicio, Reporte reporte) {
    String empleador = Padron.empleador(reporte);
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ -> true;
      case DESAFILIACION, PERDIDA_AFILIACION_CAUSA_GRAVE, INICIO_RELACION_LABORAL ->
          padron.esta(empleador, reporte.valor("departamento"));
      case TERMINACION_RELACION_LABORAL -> padron.estuvoAlgunaVez(empleador);
      case ESTADO_PAGO_EMPLEADOR -> padron.estaEnAlguno(empleador);
    };
  }

  private void tomar(Servicio servicio, Reporte reporte) {
    suyos(servicio).merge(reporte.radicado(), 1, Integer::sum);
    String empleador = Padron.empleador(reporte);
    String departamento = reporte.valor("departamento");
    switch (servicio) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ ->
          padron.entra(empleador, departamento);
      case DESAFILIACION -> padron.sale(empleador, departamento);
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> {
        if (reporte.valor("estadoReporte").equals("1")) {
          padron.sale(empleador, departamento);
        }
      }
      case INICIO_RELACION_LABORAL, TERMINACION_RELACION_LABORAL, ESTADO_PAGO_EMPLEADOR -> {}
    }
  }

  /** The same answer for the same key, in every run: the share is taken by hash. */
  private static boolean toca(double proporcion, String asunto, String clave) {
    if (proporcion <= 0) {
      return false;
    }
    long h = (asunto.hashCode() * 0x9E3779B97F4A7C15L) ^ clave.hashCode();
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    h ^= h >>> 33;
    return (h >>> 11) * 0x1.0p-53 < proporcion;
  }

  void incorporar(EmpleadorEnSat empleador) {
    padron.entra(
        Padron.empleador(empleador.tipo(), empleador.numero(), empleador.serialSAT()),
        empleador.departamento());
  }

  long empleadoresEnSat() {
    return padron.cuantos();
  }

  long radicadosAceptados(Servicio servicio) {
    return suyos(servicio).size();
  }

  long dobles(Servicio servicio) {
    return suyos(servicio).values().stream().filter(veces -> veces > 1).count();
  }

  void olvidar() {
    aceptados.values().forEach(Map::clear);
    padron.olvidar();
  }

  private Map<String, Integer> suyos(Servicio servicio) {
    return aceptados.computeIfAbsent(servicio, nuevo -> new HashMap<>());
  }
}
