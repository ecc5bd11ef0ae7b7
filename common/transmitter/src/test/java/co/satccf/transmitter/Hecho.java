package co.satccf.transmitter;

import co.satccf.model.ServicioSat;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An event of the synthetic ERP that keeps its contract.
 *
 * @param empleador NIT, of this fact's own unless it was given
 */
public record Hecho(
    ServicioSat servicio, String radicado, String empleador, int rezago, String data) {

  /** Names that must never stand in a log. */
  public static final String RAZON_SOCIAL = "Arepas Quimbaya Sinteticas SAS";

  public static final String REPRESENTANTE = "Zenobia";
  public static final String DOCUMENTO_REPRESENTANTE = "1099887766";

  private static final AtomicInteger NUMERO = new AtomicInteger();

  /** First report of an employer nobody has heard of: it may go at once. */
  public static Hecho primeraVez() {
    return primeraVez(nit());
  }

  public static Hecho primeraVez(String empleador) {
    return afiliacion(ServicioSat.AFILIACION_PRIMERA_VEZ, empleador);
  }

  public static Hecho noPrimeraVez() {
    return afiliacion(ServicioSat.AFILIACION_NO_PRIMERA_VEZ, nit());
  }

  public static Hecho estadoPago(String empleador, String estado) {
    return nuevo(
        ServicioSat.ESTADO_PAGO_EMPLEADOR,
        empleador,
        """
        {"empleador":{"documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0"},"estadoPago":"%s"}"""
            .formatted(empleador, estado));
  }

  /** Of the same key as {@link #primeraVez(String)}; its employer must be in SAT. */
  public static Hecho desafiliacion(String empleador) {
    return nuevo(
        ServicioSat.DESAFILIACION,
        empleador,
        """
        {"empleador":{"documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0"},"fechaSolicitud":"2026-06-25",
         "fechaEfectivaDesafiliacion":"2026-06-30","departamento":"05",
         "autorizaciones":{"manejoDatos":"SI","notificaciones":"SI"},"pazYSalvo":"SI","fechaPazYSalvo":"2026-06-24"}"""
            .formatted(empleador));
  }

  public static Hecho perdidaDeAfiliacion() {
    String empleador = nit();
    return nuevo(
        ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE,
        empleador,
        """
        {"empleador":{"tipoPersona":"J","documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0","razonSocial":"%s"},
         "fechaPerdidaAfiliacion":"2026-06-30","causalRetiro":"1","departamento":"05","estadoReporte":"1"}"""
            .formatted(empleador, RAZON_SOCIAL));
  }

  private static Hecho afiliacion(ServicioSat servicio, String empleador) {
    return nuevo(
        servicio,
        empleador,
        """
        {"numeroTransaccion":"0","empleador":{"tipoPersona":"J","naturalezaJuridica":"2",
          "documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0","razonSocial":"%s","numeroMatriculaMercantil":"123456"},
         "fechaSolicitud":"2026-02-27","perdidaAfiliacionCausaGrave":"","fechaEfectivaAfiliacion":"2026-03-01",
         "ubicacion":{"departamento":"05","municipio":"001","direccion":"Carrera 1 # 2-3"},
         "contacto":{"telefono":"6040000000","correo":"contacto@example.com"},
         "representante":{"documento":{"tipo":"CC","numero":"%s"},"primerNombre":"%s","segundoNombre":"",
          "primerApellido":"Ejemplo","segundoApellido":""},
         "codigoCajaAnterior":"CCF04","pazYSalvo":"SI","fechaPazYSalvo":"2026-02-20",
         "autorizaciones":{"manejoDatos":"SI","notificaciones":"SI"},"manifestacion":"SI"}"""
            .formatted(empleador, RAZON_SOCIAL, DOCUMENTO_REPRESENTANTE, REPRESENTANTE));
  }

  private static Hecho nuevo(ServicioSat servicio, String empleador, String data) {
    String radicado = String.valueOf(2_026_000_000L + NUMERO.incrementAndGet());
    return new Hecho(servicio, radicado, empleador, 4, data);
  }

  /** An employer that no other fact of this JVM has. */
  public static String nit() {
    return String.valueOf(900_600_000 + NUMERO.incrementAndGet());
  }

  public Hecho conRadicado(String valor) {
    return new Hecho(servicio, valor, empleador, rezago, data);
  }

  /** An affiliation with this one as the legal representative of its employer. */
  public Hecho representadoPor(String cedula) {
    return cambiando(DOCUMENTO_REPRESENTANTE, cedula);
  }

  public Hecho conRezago(int clase) {
    return new Hecho(servicio, radicado, empleador, clase, data);
  }

  public Hecho cambiando(String parte, String otra) {
    if (!data.contains(parte)) {
      throw new IllegalArgumentException("data has no " + parte);
    }
    return new Hecho(servicio, radicado, empleador, rezago, data.replace(parte, otra));
  }

  public String id() {
    return "hecho-" + radicado;
  }

  public String json() {
    return json(id());
  }

  /** The same fact under another identity. */
  public String json(String id) {
    return """
        {"specversion":"1.0","id":"%s","source":"/prueba","type":"%s","time":"2026-11-20T12:00:00Z",
         "radicado":"%s","tiporezago":%d,"data":%s}"""
        .formatted(id, servicio.tipoEvento(), radicado, rezago, data);
  }

  public byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }
}
