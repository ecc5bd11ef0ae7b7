package co.satccf.model;

import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import co.satccf.model.reporte.Reporte;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One valid event per service, of synthetic people, and the means to break it. */
public final class Eventos {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NIT =
      "\"empleador\":{\"documento\":{\"tipo\":\"NI\",\"numero\":\"900123456\"},\"serialSAT\":\"1\"}";
  private static final String AUTORIZACIONES =
      "\"autorizaciones\":{\"manejoDatos\":\"SI\",\"notificaciones\":\"NO\"}";

  private static final String AFILIACION =
      """
      "numeroTransaccion":"0",
      "empleador":{"tipoPersona":"J","naturalezaJuridica":"2",
        "documento":{"tipo":"NI","numero":"900123456"},"serialSAT":"1",
        "razonSocial":"Panadería \\"La Ñ\\" S.A.S.","numeroMatriculaMercantil":"0012345678"},
      "autorizaciones":{"manejoDatos":"SI","notificaciones":"NO"},
      "fechaSolicitud":"2026-10-01","perdidaAfiliacionCausaGrave":"CCF04",
      "fechaEfectivaAfiliacion":"2026-10-02",
      "ubicacion":{"departamento":"05","municipio":"001","direccion":"Calle 1 # 2-3"},
      "contacto":{"telefono":"6041234567","correo":"nomina@ejemplo.co"},
      "representante":{"documento":{"tipo":"CC","numero":"1000000001"},"primerNombre":"Ana",
        "segundoNombre":"Sol","primerApellido":"Prueba","segundoApellido":"Ficticia"},
      "manifestacion":"SI"
      """;

  private static final String NATURAL =
      """
      "empleador":{"tipoPersona":"N",
        "documento":{"tipo":"CC","numero":"1000000002"},"serialSAT":"0",
        "primerNombre":"Luis","segundoNombre":"Mar","primerApellido":"Prueba",
        "segundoApellido":"Ficticio"},
      "autorizaciones":{"manejoDatos":"SI","notificaciones":"NO"},
      "fechaSolicitud":"2026-10-01","fechaEfectivaAfiliacion":"2026-10-02",
      "ubicacion":{"departamento":"05","municipio":"001","direccion":"Calle 1 # 2-3"},
      "contacto":{"telefono":"6041234567"},"manifestacion":"SI"
      """;

  private static final String CAJA_ANTERIOR =
      ",\"codigoCajaAnterior\":\"CCF04\",\"pazYSalvo\":\"SI\",\"fechaPazYSalvo\":\"2026-09-30\"";

  private Eventos() {}

  /** A valid event; in the services that tell, its employer is a persona jurídica with a NIT. */
  public static ObjectNode valido(ServicioSat servicio) {
    return evento(
        servicio.tipoEvento(),
        switch (servicio) {
          case AFILIACION_PRIMERA_VEZ -> AFILIACION;
          case AFILIACION_NO_PRIMERA_VEZ -> AFILIACION + CAJA_ANTERIOR;
          case DESAFILIACION ->
              NIT
                  + ","
                  + AUTORIZACIONES
                  + """
                  ,"numeroTransaccion":"0","fechaSolicitud":"2026-10-01",
                  "fechaEfectivaDesafiliacion":"2026-10-02","departamento":"05",
                  "pazYSalvo":"SI","fechaPazYSalvo":"2026-09-30"
                  """;
          case INICIO_RELACION_LABORAL ->
              NIT
                  + ","
                  + AUTORIZACIONES
                  + """
                  ,"numeroTransaccion":"0",
                  "trabajador":{"documento":{"tipo":"CC","numero":"1000000003"},
                    "primerNombre":"Eva","segundoNombre":"Luz","primerApellido":"Prueba",
                    "segundoApellido":"Ficticia","sexo":"M","fechaNacimiento":"1990-02-28"},
                  "tipoInicio":"1","fechaInicio":"2026-10-05",
                  "ubicacion":{"departamento":"11","municipio":"001","direccion":"Carrera 7 # 1-2"},
                  "contacto":{"telefono":"3001234567","correo":"eva@ejemplo.co"},
                  "salario":"1750905","tipoSalario":"1","horasTrabajo":"220"
                  """;
          case TERMINACION_RELACION_LABORAL ->
              NIT
                  + ","
                  + AUTORIZACIONES
                  + """
                  ,"numeroTransaccion":"0",
                  "trabajador":{"documento":{"tipo":"TI","numero":"1000000004"},
                    "primerNombre":"Eva","primerApellido":"Prueba"},
                  "tipoTerminacion":"1","fechaTerminacion":"2026-10-31"
                  """;
          case PERDIDA_AFILIACION_CAUSA_GRAVE ->
              """
              "empleador":{"tipoPersona":"J","documento":{"tipo":"NI","numero":"900123456"},
                "serialSAT":"1","razonSocial":"Panadería S.A.S."},
              "fechaPerdidaAfiliacion":"2026-10-10","causalRetiro":"2","departamento":"05",
              "estadoReporte":"1"
              """;
          case ESTADO_PAGO_EMPLEADOR -> NIT + ",\"estadoPago\":\"2\"";
        });
  }

  /** A valid event of a natural person with a CC, for the services that tell them apart. */
  public static ObjectNode natural(ServicioSat servicio) {
    return evento(
        servicio.tipoEvento(),
        switch (servicio) {
          case AFILIACION_PRIMERA_VEZ -> NATURAL;
          case AFILIACION_NO_PRIMERA_VEZ -> NATURAL + CAJA_ANTERIOR;
          case PERDIDA_AFILIACION_CAUSA_GRAVE ->
              """
              "empleador":{"tipoPersona":"N","documento":{"tipo":"CC","numero":"1000000002"},
                "serialSAT":"0","primerNombre":"Luis","primerApellido":"Prueba"},
              "fechaPerdidaAfiliacion":"2026-10-10","causalRetiro":"2","departamento":"05",
              "estadoReporte":"1"
              """;
          case DESAFILIACION,
              INICIO_RELACION_LABORAL,
              TERMINACION_RELACION_LABORAL,
              ESTADO_PAGO_EMPLEADOR ->
              throw new IllegalArgumentException(servicio + " does not tell persons apart");
        });
  }

  public static ObjectNode incorporado() {
    var evento =
        evento(
            LectorEventos.EMPLEADOR_INCORPORADO,
            NIT + ",\"departamento\":\"05\",\"fecha\":\"2021-05-31\"");
    evento.remove("radicado");
    return evento;
  }

  /** Puts a text at a dotted path, making what is missing on the way; {@code null} removes. */
  public static ObjectNode con(ObjectNode evento, String ruta, @Nullable String valor) {
    var partes = ruta.split("\\.");
    var nodo = evento;
    for (int i = 0; i < partes.length - 1; i++) {
      nodo = nodo.withObjectProperty(partes[i]);
    }
    if (valor == null) {
      nodo.remove(partes[partes.length - 1]);
    } else {
      nodo.put(partes[partes.length - 1], valor);
    }
    return evento;
  }

  public static Lectura leer(JsonNode evento) {
    return new LectorEventos().leer(bytes(evento), Map.of());
  }

  public static Reporte reporte(JsonNode evento) {
    return ((Lectura.Reportable) leer(evento)).reporte();
  }

  public static byte[] bytes(JsonNode evento) {
    // Half a pair has no UTF-8 of its own: a producer can only send it escaped.
    return evento.toString().replace("\uD800", "\\ud800").getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode evento(String tipo, String datos) {
    var texto =
        """
        {"specversion":"1.0","id":"e-1","source":"/erp/afiliaciones","type":"%s",
         "time":"2026-10-02T08:30:00-05:00","datacontenttype":"application/json",
         "radicado":"20261002000001","tiporezago":4,"data":{%s}}
        """
            .formatted(tipo, datos);
    try {
      return (ObjectNode) JSON.readTree(texto);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
