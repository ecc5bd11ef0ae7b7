package co.satccf.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The seven web services of SAT (MinSalud, SAT protocol of 14-Jul-2021, "Cronograma de entrada a producción"). */
public enum ServicioSat {
  AFILIACION_PRIMERA_VEZ("AfiliacionPrimeraVez", "afiliacion.primera-vez", Familia.AFILIACION),
  AFILIACION_NO_PRIMERA_VEZ("AfiliacionNoPrimeraVez", "afiliacion.no-primera-vez", Familia.AFILIACION),
  DESAFILIACION("Desafiliacion", "afiliacion.desafiliacion", Familia.AFILIACION),
  INICIO_RELACION_LABORAL("InicioRelacionLaboral", "relacion-laboral.inicio", Familia.RELACION_LABORAL),
  TERMINACION_RELACION_LABORAL(
      "TerminacionRelacionLaboral", "relacion-laboral.terminacion", Familia.RELACION_LABORAL),
  PERDIDA_AFILIACION_CAUSA_GRAVE(
      "PerdidaAfiliacionCausaGrave", "novedades.perdida-afiliacion", Familia.NOVEDADES),
  ESTADO_PAGO_EMPLEADOR("EstadoPagoEmpleador", "novedades.estado-pago", Familia.NOVEDADES);

  private static final Map<String, ServicioSat> POR_NOMBRE = index(ServicioSat::nombre);
  private static final Map<String, ServicioSat> POR_TIPO = index(ServicioSat::tipoEvento);

  private final String nombre;
  private final String tipoEvento;
  private final Familia familia;

  ServicioSat(String nombre, String tipo, Familia familia) {
    this.nombre = nombre;
    this.tipoEvento = "co.satccf." + tipo + ".v1";
    this.familia = familia;
  }

  /** The one name of the service everywhere: store, topics, configuration, HTTP. */
  public String nombre() {
    return nombre;
  }

  /** Path of the service on the Ministry's host. */
  public String ruta() {
    return "/Reportar" + nombre;
  }

  /** CloudEvents type of the ERP's event that this service reports. */
  public String tipoEvento() {
    return tipoEvento;
  }

  public Familia familia() {
    return familia;
  }

  public static Optional<ServicioSat> porNombre(String nombre) {
    return Optional.ofNullable(POR_NOMBRE.get(nombre));
  }

  public static Optional<ServicioSat> porTipoEvento(String tipo) {
    return Optional.ofNullable(POR_TIPO.get(tipo));
  }

  private static Map<String, ServicioSat> index(Function<ServicioSat, String> key) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}
