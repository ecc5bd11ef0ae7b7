package co.satccf.sandbox.ministerio;

import java.util.Map;

/**
 * Counts since the start or the last POST /control/reiniciar.
 *
 * @param tokensPedidos requests on /token, whatever their answer
 * @param tokensEntregados tokens issued
 * @param tokensPorCliente requests on /token by ClientID
 * @param dobles radicados accepted more than once, all services
 * @param empleadoresEnSat pairs of employer and departamento now in SAT
 * @param concurrenciaMaxima most requests at once on the seven services
 * @param servicios counts by service name
 */
public record ResumenDelMinisterio(
    long tokensPedidos,
    long tokensEntregados,
    Map<String, Long> tokensPorCliente,
    long dobles,
    long empleadoresEnSat,
    int concurrenciaMaxima,
    Map<String, DelServicio> servicios) {

  /**
   * Counts of one service.
   *
   * @param recibidos requests
   * @param aceptados distinct radicados taken in, with and without alert
   * @param aceptadosConAlerta those of them answered AN01
   * @param glosados requests refused with GE or GN, repeats not counted
   * @param repetidos requests refused with GN01
   * @param dobles radicados accepted more than once
   * @param sinProcesar requests without effect: faults, 401, 429, unreadable bodies
   * @param tokenVencido requests refused for an expired or revoked token
   * @param tokenAjeno requests refused for another service's token
   * @param tokenDesconocido requests refused because they carried no token, or none of ours
   * @param concurrenciaMaxima most requests at once
   */
  public record DelServicio(
      long recibidos,
      long aceptados,
      long aceptadosConAlerta,
      long glosados,
      long repetidos,
      long dobles,
      long sinProcesar,
      long tokenVencido,
      long tokenAjeno,
      long tokenDesconocido,
      int concurrenciaMaxima) {}
}
