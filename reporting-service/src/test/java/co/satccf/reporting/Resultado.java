package co.satccf.reporting;

import org.jspecify.annotations.Nullable;

/** An outcome as a family service puts it on the topic. */
public record Resultado(
    String servicio,
    String radicado,
    int revision,
    String estado,
    String empleador,
    @Nullable String trabajador,
    @Nullable String departamento,
    int tipoRezago,
    String recibido,
    String instante) {

  public static final String PRIMERA_VEZ = "AfiliacionPrimeraVez";
  public static final String INICIO = "InicioRelacionLaboral";
  public static final String ESTADO_PAGO = "EstadoPagoEmpleador";

  public static Resultado de(String servicio, String radicado, int revision, String estado) {
    return new Resultado(
        servicio,
        radicado,
        revision,
        estado,
        "k1:emp-" + radicado,
        servicio.equals(INICIO) ? "k1:tra-" + radicado : null,
        servicio.equals(ESTADO_PAGO) ? null : "05",
        4,
        "2021-08-02T15:00:00Z",
        "2021-08-03T15:00:00Z");
  }

  public Resultado empleador(String referencia) {
    return new Resultado(
        servicio,
        radicado,
        revision,
        estado,
        referencia,
        trabajador,
        departamento,
        tipoRezago,
        recibido,
        instante);
  }

  public Resultado trabajador(String referencia) {
    return new Resultado(
        servicio,
        radicado,
        revision,
        estado,
        empleador,
        referencia,
        departamento,
        tipoRezago,
        recibido,
        instante);
  }

  public Resultado departamento(@Nullable String codigo, int rezago) {
    return new Resultado(
        servicio,
        radicado,
        revision,
        estado,
        empleador,
        trabajador,
        codigo,
        rezago,
        recibido,
        instante);
  }

  public Resultado instantes(String alRecibir, String alResponder) {
    return new Resultado(
        servicio,
        radicado,
        revision,
        estado,
        empleador,
        trabajador,
        departamento,
        tipoRezago,
        alRecibir,
        alResponder);
  }

  String llave() {
    return empleador;
  }

  String kind() {
    return switch (estado) {
      case "ACEPTADO", "ACEPTADO_CON_ALERTA" -> "aceptado";
      case "POR_CONFIRMAR" -> "por-confirmar";
      case "GLOSADO" -> "glosado";
      case "INCIERTO" -> "incierto";
      case "RETIRADO" -> "retirado";
      case "SUSTITUIDO" -> "sustituido";
      default -> "recibido";
    };
  }

  public String json() {
    return """
    {"specversion":"1.0","id":"prueba-%s-%d","source":"/sat-ccf/prueba-service",
     "type":"co.satccf.resultado.%s.v1","time":"%s","datacontenttype":"application/json",
     "data":{"servicio":"%s","radicado":"%s","eventoSource":"/erp","eventoId":"e-%s","revision":%d,
       "secuencia":1,"estado":"%s","bloqueo":null,"origen":null,"codigo":null,"mensaje":null,
       "glosas":[],"intento":0,"version":1,"empleador":"%s","trabajador":%s,"departamento":%s,
       "tipoRezago":%d,"instanteEvento":"2021-08-01T10:00:00Z","instanteRecibido":"%s",
       "instante":"%s"}}"""
        .formatted(
            radicado,
            revision,
            kind(),
            instante,
            servicio,
            radicado,
            radicado,
            revision,
            estado,
            empleador,
            texto(trabajador),
            texto(departamento),
            tipoRezago,
            recibido,
            instante);
  }

  public static String cuarentena(int posicion) {
    return """
    {"specversion":"1.0","id":"prueba-q-%1$d","source":"/sat-ccf/prueba-service",
     "type":"co.satccf.resultado.cuarentena.v1","time":"2021-08-02T15:00:00Z",
     "data":{"topico":"sat.afiliacion","particion":2,"posicion":%1$d,"secuencia":%1$d,
       "eventoSource":null,"eventoId":null,
       "motivos":[{"codigo":"JSON","mensaje":"El contenido no es JSON"}],
       "instante":"2021-08-02T15:00:00Z"}}"""
        .formatted(posicion);
  }

  private static String texto(@Nullable String valor) {
    return valor == null ? "null" : "\"" + valor + "\"";
  }
}
