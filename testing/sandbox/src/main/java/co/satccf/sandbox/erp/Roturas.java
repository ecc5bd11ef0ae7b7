package co.satccf.sandbox.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What goes wrong in an ERP: facts that break a rule of their contract, and events that cannot be read. */
final class Roturas {

  private Roturas() {}

  /**
   * A way to break a contract.
   *
   * @param ruta of the value in the event's data, with dots
   * @param valor what stands there instead
   * @param codigo the glosa it earns
   */
  record Rotura(String ruta, String valor, String codigo) {

    /** Breaks the event when it carries that field. */
    boolean aplicar(ObjectNode evento) {
      String[] pasos = ruta.split("\\.");
      Optional<ObjectNode> padre = Optional.of((ObjectNode) evento.path("data"));
      for (String paso : Arrays.copyOf(pasos, pasos.length - 1)) {
        padre = padre.map(p -> p.path(paso)).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
      }
      String hoja = pasos[pasos.length - 1];
      padre.filter(p -> p.has(hoja)).ifPresent(p -> p.put(hoja, valor));
      return padre.filter(p -> p.has(hoja)).isPresent();
    }
  }

  static final List<Rotura> DE_CONTRATO =
      List.of(
          new Rotura("ubicacion.departamento", "10", "GE19"),
          new Rotura("departamento", "7", "GE19"),
          new Rotura("ubicacion.municipio", "1", "GE20"),
          new Rotura("ubicacion.direccion", "", "GE21"),
          new Rotura("contacto.telefono", "tres", "GE22"),
          new Rotura("contacto.correo", "sin arroba", "GE23"),
          new Rotura("trabajador.sexo", "F", "GE25"),
          new Rotura("trabajador.primerNombre", "", "GE26"),
          new Rotura("fechaSolicitud", "2026-13-45", "GE14"),
          new Rotura("fechaInicio", "ayer", "GE14"),
          new Rotura("fechaTerminacion", "2026-02-30", "GE14"),
          new Rotura("autorizaciones.manejoDatos", "TAL VEZ", "GE28"),
          new Rotura("manifestacion", "NO", "GE29"),
          new Rotura("salario", "mucho", "GE39"),
          new Rotura("horasTrabajo", "9999", "GE41"),
          new Rotura("empleador.tipoPersona", "X", "GE10"));

  /** Lines that intake can only quarantine. */
  static List<byte[]> ilegibles(ObjectNode ejemplo) {
    ObjectNode sinIdentidad = ejemplo.deepCopy();
    sinIdentidad.remove("id");
    ObjectNode sinRadicado = ejemplo.deepCopy();
    sinRadicado.put("id", ejemplo.path("id").asText() + "-sin-radicado");
    sinRadicado.remove("radicado");
    ObjectNode desconocido = ejemplo.deepCopy();
    desconocido.put("id", ejemplo.path("id").asText() + "-desconocido");
    desconocido.put("type", "co.satccf.relacion-laboral.licencia.v1");
    ObjectNode desmedido = ejemplo.deepCopy();
    desmedido.put("id", ejemplo.path("id").asText() + "-desmedido");
    desmedido.put("relleno", "x".repeat(300 * 1_024));
    ObjectNode sinEmpleador = ejemplo.deepCopy();
    sinEmpleador.put("id", ejemplo.path("id").asText() + "-sin-empleador");
    ((ObjectNode) sinEmpleador.path("data")).remove("empleador");
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0xc3, 0x28};
    return List.of(
        bytes,
        "{\"specversion\":\"1.0\",\"id\":".getBytes(StandardCharsets.UTF_8),
        "[1,2,3]".getBytes(StandardCharsets.UTF_8),
        ErpSintetico.linea(sinIdentidad),
        ErpSintetico.linea(sinRadicado),
        ErpSintetico.linea(desconocido),
        ErpSintetico.linea(desmedido),
        ErpSintetico.linea(sinEmpleador));
  }
}
