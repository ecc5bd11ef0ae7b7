package co.satccf.sandbox.erp;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Municipio;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes the ERP's facts as CloudEvents. Every one it writes keeps its contract. */
final class Eventos {
  private static final String INCORPORADO = "co.satccf.afiliacion.empleador-incorporado.v1";
  private static final List<String> CAJAS =
      List.of("CCF03", "CCF04", "CCF06", "CCF22", "CCF24", "CCF32", "CCF57");

  private final Azar azar;
  private final Numeracion numeracion;
  private final Gente gente;

  Eventos(Azar azar, Numeracion numeracion, Gente gente) {
    this.azar = azar;
    this.numeracion = numeracion;
    this.gente = gente;
  }

  Evento primeraVez(Empleador empleador, Cuando cuando) {
    ObjectNode data = afiliacion(empleador, cuando);
    return reporte(ServicioSat.AFILIACION_PRIMERA_VEZ, empleador, cuando, data);
  }

  Evento noPrimeraVez(Empleador empleador, Cuando cuando) {
    ObjectNode data = afiliacion(empleador, cuando);
    data.put("codigoCajaAnterior", azar.uno(CAJAS));
    data.put("pazYSalvo", "SI");
    data.put("fechaPazYSalvo", cuando.hecho().minusDays(azar.entre(1, 20)).toString());
    return reporte(ServicioSat.AFILIACION_NO_PRIMERA_VEZ, empleador, cuando, data);
  }

  Evento desafiliacion(Empleador empleador, Cuando cuando) {
    ObjectNode data = comun();
    data.set("empleador", identificacion(empleador));
    data.put("fechaSolicitud", cuando.hecho().toString());
    data.put("fechaEfectivaDesafiliacion", cuando.hecho().plusDays(1).toString());
    data.put("departamento", empleador.sede().departamento());
    data.set("autorizaciones", autorizaciones(empleador));
    data.put("pazYSalvo", "SI");
    data.put("fechaPazYSalvo", cuando.hecho().toString());
    return reporte(ServicioSat.DESAFILIACION, empleador, cuando, data);
  }

  Evento inicio(Empleador empleador, Persona trabajador, Cuando cuando) {
    ObjectNode data = comun();
    data.set("empleador", identificacion(empleador));
    ObjectNode quien = nombrado(trabajador);
    quien.put("sexo", trabajador.sexo());
    quien.put("fechaNacimiento", trabajador.fechaNacimiento());
    data.set("trabajador", quien);
    data.put("tipoInicio", "1");
    data.put("fechaInicio", cuando.hecho().toString());
    data.set("ubicacion", ubicacion(empleador.sede(), gente.direccion()));
    data.set("contacto", contacto(gente.telefono(), gente.correo(trabajador)));
    data.put("salario", Integer.toString(azar.entre(9, 80) * 100_000 + 8_526));
    data.put("tipoSalario", azar.porciento(90) ? "1" : azar.uno(List.of("2", "3")));
    data.put("horasTrabajo", azar.porciento(85) ? "240" : Integer.toString(azar.entre(4, 20) * 8));
    data.set(
        "autorizaciones",
        autorizaciones(azar.porciento(97) ? "SI" : "NO", azar.porciento(70) ? "SI" : "NO"));
    return reporte(ServicioSat.INICIO_RELACION_LABORAL, empleador, cuando, data);
  }

  Evento terminacion(Empleador empleador, Persona trabajador, Cuando cuando) {
    ObjectNode data = comun();
    data.set("empleador", identificacion(empleador));
    ObjectNode quien = Evento.objeto();
    quien.set("documento", documento(trabajador.tipo(), trabajador.numero()));
    quien.put("primerNombre", trabajador.primerNombre());
    quien.put("primerApellido", trabajador.primerApellido());
    data.set("trabajador", quien);
    data.put("tipoTerminacion", "1");
    data.put("fechaTerminacion", cuando.hecho().toString());
    data.set("autorizaciones", autorizaciones("SI", azar.porciento(70) ? "SI" : "NO"));
    return reporte(ServicioSat.TERMINACION_RELACION_LABORAL, empleador, cuando, data);
  }

  Evento causaGrave(Empleador empleador, Cuando cuando) {
    ObjectNode data = Evento.objeto();
    ObjectNode quien = Evento.objeto();
    quien.put("tipoPersona", empleador.esJuridica() ? "J" : "N");
    quien.setAll(identificacion(empleador));
    quien.put("razonSocial", empleador.razonSocial());
    quien.put("primerApellido", empleador.esJuridica() ? "" : empleador.persona().primerApellido());
    quien.put("primerNombre", empleador.esJuridica() ? "" : empleador.persona().primerNombre());
    data.set("empleador", quien);
    data.put("fechaPerdidaAfiliacion", cuando.hecho().toString());
    data.put("causalRetiro", Integer.toString(azar.entre(1, 5)));
    data.put("departamento", empleador.sede().departamento());
    data.put("estadoReporte", "1");
    return reporte(ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE, empleador, cuando, data);
  }

  /**
   * @param estado 1 up to date, 2 in arrears
   */
  Evento estadoPago(Empleador empleador, String estado, Cuando cuando) {
    ObjectNode data = Evento.objeto();
    data.set("empleador", identificacion(empleador));
    data.put("estadoPago", estado);
    return reporte(ServicioSat.ESTADO_PAGO_EMPLEADOR, empleador, cuando, data);
  }

  /** Opening balance: the employer reached SAT through PISIS. No report, so no radicado. */
  Evento incorporado(Empleador empleador, Cuando cuando) {
    ObjectNode data = Evento.objeto();
    data.set("empleador", identificacion(empleador));
    data.put("departamento", empleador.sede().departamento());
    data.put("fecha", cuando.hecho().toString());
    ObjectNode sobre = sobre(INCORPORADO, cuando.instante());
    sobre.set("data", data);
    return new Evento(Familia.AFILIACION.topic(), empleador.llave(), sobre, null);
  }

  private Evento reporte(
      ServicioSat servicio, Empleador empleador, Cuando cuando, ObjectNode data) {
    ObjectNode sobre = sobre(servicio.tipoEvento(), cuando.instante());
    sobre.put("radicado", numeracion.radicado());
    sobre.put("tiporezago", cuando.rezago());
    sobre.set("data", data);
    return new Evento(servicio.familia().topic(), empleador.llave(), sobre, servicio);
  }

  private ObjectNode sobre(String tipo, Instant instante) {
    ObjectNode sobre = Evento.objeto();
    sobre.put("specversion", "1.0");
    sobre.put("id", numeracion.id());
    sobre.put("source", numeracion.source());
    sobre.put("type", tipo);
    sobre.put("time", instante.toString());
    sobre.put("datacontenttype", "application/json");
    return sobre;
  }

  private ObjectNode afiliacion(Empleador empleador, Cuando cuando) {
    ObjectNode data = comun();
    data.set("empleador", empleadorCompleto(empleador));
    data.put("fechaSolicitud", cuando.hecho().toString());
    data.put("perdidaAfiliacionCausaGrave", "");
    data.put("fechaEfectivaAfiliacion", cuando.hecho().plusDays(1).toString());
    data.set("ubicacion", ubicacion(empleador.sede(), empleador.direccion()));
    data.set("contacto", contacto(empleador.telefono(), empleador.correo()));
    // The wire wants the representative only beside a NIT.
    if (empleador.tipo().equals("NI")) {
      data.set("representante", nombrado(empleador.persona()));
    }
    data.set("autorizaciones", autorizaciones(empleador));
    data.put("manifestacion", "SI");
    return data;
  }

  private static ObjectNode empleadorCompleto(Empleador empleador) {
    ObjectNode quien = Evento.objeto();
    quien.put("tipoPersona", empleador.esJuridica() ? "J" : "N");
    quien.put("naturalezaJuridica", empleador.naturaleza());
    quien.setAll(identificacion(empleador));
    if (empleador.esJuridica()) {
      quien.put("razonSocial", empleador.razonSocial());
      quien.put("numeroMatriculaMercantil", empleador.matricula());
    } else {
      nombres(quien, empleador.persona());
    }
    return quien;
  }

  private static ObjectNode comun() {
    return Evento.objeto().put("numeroTransaccion", "0");
  }

  private static ObjectNode identificacion(Empleador empleador) {
    ObjectNode quien = Evento.objeto();
    quien.set("documento", documento(empleador.tipo(), empleador.numero()));
    quien.put("serialSAT", empleador.serial());
    return quien;
  }

  private static ObjectNode nombrado(Persona persona) {
    ObjectNode quien = Evento.objeto();
    quien.set("documento", documento(persona.tipo(), persona.numero()));
    nombres(quien, persona);
    return quien;
  }

  private static void nombres(ObjectNode quien, Persona persona) {
    quien.put("primerNombre", persona.primerNombre());
    quien.put("segundoNombre", persona.segundoNombre());
    quien.put("primerApellido", persona.primerApellido());
    quien.put("segundoApellido", persona.segundoApellido());
  }

  private static ObjectNode documento(String tipo, String numero) {
    return Evento.objeto().put("tipo", tipo).put("numero", numero);
  }

  private static ObjectNode ubicacion(Municipio municipio, String direccion) {
    return Evento.objeto()
        .put("departamento", municipio.departamento())
        .put("municipio", municipio.codigo())
        .put("direccion", direccion);
  }

  private static ObjectNode contacto(String telefono, String correo) {
    return Evento.objeto().put("telefono", telefono).put("correo", correo);
  }

  private static ObjectNode autorizaciones(Empleador empleador) {
    return autorizaciones(empleador.manejoDatos(), empleador.notificaciones());
  }

  private static ObjectNode autorizaciones(String manejoDatos, String notificaciones) {
    return Evento.objeto().put("manejoDatos", manejoDatos).put("notificaciones", notificaciones);
  }

  /**
   * When a fact happened, when the ERP told it, and its class of backlog.
   *
   * @param rezago 1-4 (MinSalud, SAT protocol of 14-Jul-2021, "tipo de rezago")
   */
  record Cuando(Instant instante, LocalDate hecho, int rezago) {}
}
