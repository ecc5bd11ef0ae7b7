package co.satccf.reporting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An outcome as a family service puts it on the topic. */
public final class Resultado {

  public static final String PRIMERA_VEZ = "AfiliacionPrimeraVez";
  public static final String INICIO = "InicioRelacionLaboral";
  public static final String ESTADO_PAGO = "EstadoPagoEmpleador";

  private final ObjectNode data;

  private Resultado(ObjectNode data) {
    this.data = data;
  }

  public static Resultado de(String servicio, String radicado, int revision, String estado) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("servicio", servicio);
    data.put("radicado", radicado);
    data.put("eventoSource", "/erp");
    data.put("eventoId", "e-" + radicado);
    data.put("revision", revision);
    data.put("secuencia", 1);
    data.put("estado", estado);
    data.putNull("bloqueo");
    data.putNull("origen");
    data.putNull("codigo");
    data.putNull("mensaje");
    data.putArray("glosas");
    data.put("intento", 0);
    data.put("version", 1);
    data.put("empleador", "k1:emp-" + radicado);
    data.put("trabajador", servicio.equals(INICIO) ? "k1:tra-" + radicado : null);
    data.put("departamento", servicio.equals(ESTADO_PAGO) ? null : "05");
    data.put("tipoRezago", 4);
    data.put("instanteEvento", "2021-08-01T10:00:00Z");
    data.put("instanteRecibido", "2021-08-02T15:00:00Z");
    data.put("instante", "2021-08-03T15:00:00Z");
    return new Resultado(data);
  }

  private Resultado con(String campo, @Nullable String valor) {
    return new Resultado(data.deepCopy().put(campo, valor));
  }

  public Resultado empleador(String referencia) {
    return con("empleador", referencia);
  }

  public Resultado trabajador(@Nullable String referencia) {
    return con("trabajador", referencia);
  }

  public Resultado departamento(@Nullable String codigo, int rezago) {
    return new Resultado(con("departamento", codigo).data.put("tipoRezago", rezago));
  }

  public Resultado instantes(String alRecibir, String alResponder) {
    return con("instanteRecibido", alRecibir).con("instante", alResponder);
  }

  public Resultado hecho(String instante) {
    return con("instanteEvento", instante);
  }

  public Resultado bloqueo(@Nullable String causa) {
    return con("bloqueo", causa);
  }

  /** Who decided the state: SAT, LOCAL or OPERADOR. */
  public Resultado origen(String quien) {
    return con("origen", quien);
  }

  /** The code of the answer, and the one glosa it stands for. */
  public Resultado glosa(String codigo, String campo) {
    var glosado = con("codigo", codigo);
    glosado
        .data
        .putArray("glosas")
        .addObject()
        .put("campo", campo)
        .put("codigo", codigo)
        .put("mensaje", "por probar");
    return glosado;
  }

  public String servicio() {
    return data.get("servicio").textValue();
  }

  public String radicado() {
    return data.get("radicado").textValue();
  }

  public int revision() {
    return data.get("revision").intValue();
  }

  public String estado() {
    return data.get("estado").textValue();
  }

  public @Nullable String departamento() {
    return data.get("departamento").textValue();
  }

  public int tipoRezago() {
    return data.get("tipoRezago").intValue();
  }

  public String recibido() {
    return data.get("instanteRecibido").textValue();
  }

  public String instante() {
    return data.get("instante").textValue();
  }

  String llave() {
    return data.get("empleador").textValue();
  }

  String kind() {
    return switch (estado()) {
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
    var evento = JsonNodeFactory.instance.objectNode();
    evento.put("specversion", "1.0");
    evento.put("id", "prueba-%s-%d".formatted(radicado(), revision()));
    evento.put("source", "/sat-ccf/prueba-service");
    evento.put("type", "co.satccf.resultado.%s.v1".formatted(kind()));
    evento.put("time", instante());
    evento.put("datacontenttype", "application/json");
    evento.set("data", data);
    return evento.toString();
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
}
