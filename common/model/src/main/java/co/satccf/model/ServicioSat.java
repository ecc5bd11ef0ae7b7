package co.satccf.model;

import static co.satccf.model.Familia.AFILIACION;
import static co.satccf.model.Familia.NOVEDADES;
import static co.satccf.model.Familia.RELACION_LABORAL;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seven reporting services a caja must have enabled before it starts (MinSalud, SAT protocol of
 * 14-Jul-2021).
 */
public enum ServicioSat {
  AFILIACION_PRIMERA_VEZ("AfiliacionPrimeraVez", "co.satccf.afiliacion.primera-vez.v1", AFILIACION),
  AFILIACION_NO_PRIMERA_VEZ(
      "AfiliacionNoPrimeraVez", "co.satccf.afiliacion.no-primera-vez.v1", AFILIACION),
  DESAFILIACION("Desafiliacion", "co.satccf.afiliacion.desafiliacion.v1", AFILIACION),
  INICIO_RELACION_LABORAL(
      "InicioRelacionLaboral", "co.satccf.relacion-laboral.inicio.v1", RELACION_LABORAL),
  TERMINACION_RELACION_LABORAL(
      "TerminacionRelacionLaboral", "co.satccf.relacion-laboral.terminacion.v1", RELACION_LABORAL),
  PERDIDA_AFILIACION_CAUSA_GRAVE(
      "PerdidaAfiliacionCausaGrave", "co.satccf.novedades.perdida-afiliacion.v1", NOVEDADES),
  ESTADO_PAGO_EMPLEADOR("EstadoPagoEmpleador", "co.satccf.novedades.estado-pago.v1", NOVEDADES);

  private static final Map<String, ServicioSat> POR_NOMBRE = por(ServicioSat::nombre);
  private static final Map<String, ServicioSat> POR_TIPO = por(ServicioSat::tipoEvento);

  private final String nombre;
  private final String tipoEvento;
  private final Familia familia;

  ServicioSat(String nombre, String tipoEvento, Familia familia) {
    this.nombre = nombre;
    this.tipoEvento = tipoEvento;
    this.familia = familia;
  }

  /** The one name of this service in tables, topics, REST, configuration and JSON. */
  public String nombre() {
    return nombre;
  }

  /** Path of the Ministry's operation, with its leading slash. */
  public String ruta() {
    return "/Reportar" + nombre;
  }

  /** CloudEvents {@code type} of the event that becomes a report of this service. */
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

  private static Map<String, ServicioSat> por(Function<ServicioSat, String> clave) {
    return Stream.of(values()).collect(Collectors.toUnmodifiableMap(clave, Function.identity()));
  }
}
