package co.satccf.sandbox.ministerio;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what came and what became of it. */
final class Cuentas {
  /** Counts of one service. */
  static final class DelServicio {
    long recibidos;
    long conAlerta;
    long glosados;
    long repetidos;
    long sinProcesar;
    long tokenVencido;
    long tokenAjeno;
    long tokenDesconocido;
    int enCurso;
    int concurrenciaMaxima;
  }

  private final Map<Servicio, DelServicio> porServicio = new EnumMap<>(Servicio.class);
  private final Map<String, Long> tokensPorCliente = new LinkedHashMap<>();
  private long tokensPedidos;
  private long tokensEntregados;
  private int enCurso;
  private int concurrenciaMaxima;

  DelServicio de(Servicio servicio) {
    return porServicio.computeIfAbsent(servicio, nuevo -> new DelServicio());
  }

  int enCurso() {
    return enCurso;
  }

  void entra(Servicio servicio) {
    DelServicio suya = de(servicio);
    suya.recibidos++;
    suya.enCurso++;
    suya.concurrenciaMaxima = Math.max(suya.concurrenciaMaxima, suya.enCurso);
    enCurso++;
    concurrenciaMaxima = Math.max(concurrenciaMaxima, enCurso);
  }

  void sale(Servicio servicio) {
    de(servicio).enCurso--;
    enCurso--;
  }

  void decidido(Servicio servicio, String codigo) {
    DelServicio suya = de(servicio);
    switch (codigo) {
      case Codigos.ALERTA -> suya.conAlerta++;
      case Codigos.YA_EXISTE -> suya.repetidos++;
      case Codigos.ACEPTADO, Codigos.DESCONOCIDO -> {}
      default -> suya.glosados++;
    }
  }

  void tokenPedido(String clientId) {
    tokensPedidos++;
    tokensPorCliente.merge(clientId, 1L, Long::sum);
  }

  void tokenEntregado() {
    tokensEntregados++;
  }

  /** Everything to zero, except what is in course. */
  void olvidar() {
    porServicio.replaceAll(
        (servicio, antes) -> {
          DelServicio nueva = new DelServicio();
          nueva.enCurso = antes.enCurso;
          return nueva;
        });
    tokensPorCliente.clear();
    tokensPedidos = 0;
    tokensEntregados = 0;
    concurrenciaMaxima = enCurso;
  }

  ResumenDelMinisterio resumen(Juez juez) {
    Map<String, ResumenDelMinisterio.DelServicio> servicios = new LinkedHashMap<>();
    long dobles = 0;
    for (Servicio servicio : Servicio.values()) {
      servicios.put(servicio.nombre(), resumen(servicio, juez));
      dobles += juez.dobles(servicio);
    }
    return new ResumenDelMinisterio(
        tokensPedidos,
        tokensEntregados,
        new LinkedHashMap<>(tokensPorCliente),
        dobles,
        juez.empleadoresEnSat(),
        concurrenciaMaxima,
        servicios);
  }

  private ResumenDelMinisterio.DelServicio resumen(Servicio servicio, Juez juez) {
    DelServicio suya = de(servicio);
    return new ResumenDelMinisterio.DelServicio(
        suya.recibidos,
        juez.radicadosAceptados(servicio),
        suya.conAlerta,
        suya.glosados,
        suya.repetidos,
        juez.dobles(servicio),
        suya.sinProcesar,
        suya.tokenVencido,
        suya.tokenAjeno,
        suya.tokenDesconocido,
        suya.concurrenciaMaxima);
  }
}
