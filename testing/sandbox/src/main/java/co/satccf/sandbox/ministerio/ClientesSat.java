package co.satccf.sandbox.ministerio;

import java.util.LinkedHashMap;
import java.util.Map;

/** Synthetic credentials that the simulated Ministry knows: one user, one ClientID per service. */
public final class ClientesSat {
  public static final String USUARIO = "900000001";
  public static final String CLAVE = "clave-de-arena";

  public static final String AFILIACION_PRIMERA_VEZ = "a1f0000000000000000000000000c001";
  public static final String AFILIACION_NO_PRIMERA_VEZ = "a2f0000000000000000000000000c002";
  public static final String DESAFILIACION = "d3a0000000000000000000000000c003";
  public static final String INICIO_RELACION_LABORAL = "b4c0000000000000000000000000c004";
  public static final String TERMINACION_RELACION_LABORAL = "b5d0000000000000000000000000c005";
  public static final String PERDIDA_AFILIACION_CAUSA_GRAVE = "e6b0000000000000000000000000c006";
  public static final String ESTADO_PAGO_EMPLEADOR = "f7e0000000000000000000000000c007";

  private ClientesSat() {}

  /** ClientID by the service's name, in the order of the protocol. */
  public static Map<String, String> porServicio() {
    Map<String, String> clientes = new LinkedHashMap<>();
    for (Servicio servicio : Servicio.values()) {
      clientes.put(servicio.nombre(), servicio.clientId());
    }
    return clientes;
  }
}
