package co.satccf.sandbox.ministerio;

import org.jspecify.annotations.Nullable;

/** The seven services, as the simulated Ministry names them. */
enum Servicio {
  AFILIACION_PRIMERA_VEZ("AfiliacionPrimeraVez", ClientesSat.AFILIACION_PRIMERA_VEZ),
  AFILIACION_NO_PRIMERA_VEZ("AfiliacionNoPrimeraVez", ClientesSat.AFILIACION_NO_PRIMERA_VEZ),
  DESAFILIACION("Desafiliacion", ClientesSat.DESAFILIACION),
  INICIO_RELACION_LABORAL("InicioRelacionLaboral", ClientesSat.INICIO_RELACION_LABORAL),
  TERMINACION_RELACION_LABORAL(
      "TerminacionRelacionLaboral", ClientesSat.TERMINACION_RELACION_LABORAL),
  PERDIDA_AFILIACION_CAUSA_GRAVE(
      "PerdidaAfiliacionCausaGrave", ClientesSat.PERDIDA_AFILIACION_CAUSA_GRAVE),
  ESTADO_PAGO_EMPLEADOR("EstadoPagoEmpleador", ClientesSat.ESTADO_PAGO_EMPLEADOR);

  private final String nombre;
  private final String clientId;

  Servicio(String nombre, String clientId) {
    this.nombre = nombre;
    this.clientId = clientId;
  }

  String nombre() {
    return nombre;
  }

  String clientId() {
    return clientId;
  }

  String ruta() {
    return "/Reportar" + nombre;
  }

  static @Nullable Servicio porClientId(String clientId) {
    for (Servicio servicio : values()) {
      if (servicio.clientId.equals(clientId)) {
        return servicio;
      }
    }
    return null;
  }

  static @Nullable Servicio porNombre(String nombre) {
    for (Servicio servicio : values()) {
      if (servicio.nombre.equals(nombre)) {
        return servicio;
      }
    }
    return null;
  }
}
