package co.satccf.sandbox.erp;

import co.satccf.sandbox.erp.Personas.Patrono;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The events of the ERP, each a CloudEvent with the next id, radicado and second. */
final class Hechos {

  private static final String AFILIACION = "co.satccf.afiliacion.";
  private static final String RELACION = "co.satccf.relacion-laboral.";
  private static final String NOVEDADES = "co.satccf.novedades.";

  private final Sorteo sorteo;
  private final long semilla;
  private long numero;
  private Instant ahora;

  /**
   * @param desde time of the first event; each next one is a second later
   */
  Hechos(Sorteo sorteo, long semilla, Instant desde) {
    this.sorteo = sorteo;
    this.semilla = semilla;
    this.ahora = desde;
  }

  ObjectNode incorporado(Patrono patrono) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("empleador", patrono.breve());
    data.put("departamento", patrono.departamento());
    data.put("fecha", "2021-05-31");
    return evento(AFILIACION + "empleador-incorporado.v1", data, false);
  }

  ObjectNode primeraVez(Patrono patrono) {
    return evento(AFILIACION + "primera-vez.v1", afiliacion(patrono), true);
  }

  ObjectNode noPrimeraVez(Patrono patrono) {
    ObjectNode data = afiliacion(patrono);
    data.put("codigoCajaAnterior", "CCF04");
    data.put("pazYSalvo", "SI");
    data.put("fechaPazYSalvo", hoy().toString());
    return evento(AFILIACION + "no-primera-vez.v1", data, true);
  }

  private ObjectNode afiliacion(Patrono patrono) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("numeroTransaccion", "0");
    data.set("empleador", patrono.completo().deepCopy());
    data.put("fechaSolicitud", hoy().toString());
    data.put("perdidaAfiliacionCausaGrave", "");
    data.put("fechaEfectivaAfiliacion", hoy().plusDays(1).toString());
    data.set("ubicacion", patrono.ubicacion().deepCopy());
    data.set("contacto", patrono.contacto().deepCopy());
    if (patrono.juridico()) {
      data.set("representante", patrono.representante().deepCopy());
    }
    autorizaciones(data);
    data.put("manifestacion", "SI");
    return data;
  }

  ObjectNode desafiliacion(Patrono patrono) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("empleador", patrono.breve());
    data.put("fechaSolicitud", hoy().toString());
    data.put("fechaEfectivaDesafiliacion", hoy().plusDays(30).toString());
    data.put("departamento", patrono.departamento());
    autorizaciones(data);
    data.put("pazYSalvo", "SI");
    data.put("fechaPazYSalvo", hoy().toString());
    return evento(AFILIACION + "desafiliacion.v1", data, true);
  }

  ObjectNode inicio(Patrono patrono, ObjectNode trabajador, ObjectNode contacto) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("empleador", patrono.breve());
    data.set("trabajador", trabajador.deepCopy());
    data.put("tipoInicio", "1");
    data.put("fechaInicio", hoy().toString());
    data.set("ubicacion", patrono.ubicacion().deepCopy());
    data.set("contacto", contacto);
    // A number, as many an ERP writes it.
    data.put("salario", 1_423_500 + 1_000 * sorteo.entre(0, 4_000));
    data.put("tipoSalario", String.valueOf(sorteo.entre(1, 3)));
    data.put("horasTrabajo", "220");
    autorizaciones(data);
    return evento(RELACION + "inicio.v1", data, true);
  }

  ObjectNode terminacion(Patrono patrono, ObjectNode trabajador) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("empleador", patrono.breve());
    ObjectNode breve = data.putObject("trabajador");
    breve.set("documento", trabajador.path("documento").deepCopy());
    breve.put("primerNombre", trabajador.path("primerNombre").asText());
    breve.put("primerApellido", trabajador.path("primerApellido").asText());
    data.put("tipoTerminacion", "1");
    data.put("fechaTerminacion", hoy().toString());
    autorizaciones(data);
    return evento(RELACION + "terminacion.v1", data, true);
  }

  ObjectNode causaGrave(Patrono patrono) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ObjectNode empleador = patrono.completo().deepCopy();
    empleador.remove("naturalezaJuridica");
    empleador.remove("numeroMatriculaMercantil");
    data.set("empleador", empleador);
    data.put("fechaPerdidaAfiliacion", hoy().toString());
    data.put("causalRetiro", String.valueOf(sorteo.entre(1, 3)));
    data.put("departamento", patrono.departamento());
    data.put("estadoReporte", "1");
    return evento(NOVEDADES + "perdida-afiliacion.v1", data, true);
  }

  ObjectNode estadoPago(Patrono patrono) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("empleador", patrono.breve());
    data.put("estadoPago", sorteo.porCiento(85) ? "1" : "2");
    return evento(NOVEDADES + "estado-pago.v1", data, true);
  }

  /** The same event under another identity, as a careless ERP would build it. */
  ObjectNode conOtraIdentidad(ObjectNode evento) {
    ObjectNode otro = evento.deepCopy();
    otro.put("id", "s" + semilla + "-" + (++numero));
    return otro;
  }

  private ObjectNode evento(String tipo, ObjectNode data, boolean conRadicado) {
    numero++;
    ahora = ahora.plusSeconds(1);
    ObjectNode evento = JsonNodeFactory.instance.objectNode();
    evento.put("specversion", "1.0");
    evento.put("id", "s" + semilla + "-" + numero);
    evento.put("source", "/erp/afiliaciones");
    evento.put("type", tipo);
    evento.put("time", ahora.toString());
    evento.put("datacontenttype", "application/json");
    if (conRadicado) {
      evento.put("radicado", "2026%03d%09d".formatted(Math.floorMod(semilla, 1_000L), numero));
      evento.put("tiporezago", sorteo.porCiento(88) ? 4 : sorteo.entre(1, 3));
    }
    evento.set("data", data);
    return evento;
  }

  private void autorizaciones(ObjectNode data) {
    ObjectNode autorizaciones = data.putObject("autorizaciones");
    autorizaciones.put("manejoDatos", "SI");
    autorizaciones.put("notificaciones", sorteo.porCiento(60) ? "SI" : "NO");
  }

  private LocalDate hoy() {
    return LocalDate.ofInstant(ahora, ZoneOffset.ofHours(-5));
  }
}
