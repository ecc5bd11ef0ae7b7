package co.satccf.sandbox.ministerio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The structure checks of the seven services, typed by hand from the wire protocol and from nothing else: an independent
 * judge. Keys are lower case here, because the server binds them whatever their case.
 */
final class Estructura {

  private static final String FECHA = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
  private static final String CORREO = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
  private static final Map<Servicio, List<Regla>> REGLAS = new LinkedHashMap<>();

  private Estructura() {}

  /** Passes or earns its code; {@code campo} is the wire name. */
  private record Regla(String campo, String codigo, Predicate<Map<String, String>> pasa) {}

  static {
    REGLAS.put(Servicio.AFILIACION_PRIMERA_VEZ, con(afiliacion(), cierre("manifestacion")));
    REGLAS.put(
        Servicio.AFILIACION_NO_PRIMERA_VEZ,
        con(
            afiliacion(),
            List.of(
                si("codigoCajaCompensacionFamiliarAnterior", "GE30", true, ".{5}"),
                si("pazYSalvo", "GE31", false, "SI|NO|1|2"),
                si("fechaPazYSalvo", "GE32", false, FECHA)),
            cierre("manifestacion")));
    REGLAS.put(
        Servicio.DESAFILIACION,
        con(
            List.of(radicado("numeroRadicadoSolicitud"), transaccion()),
            empleador(),
            List.of(
                si("fechaSolicitud", "GE14", true, FECHA),
                si("fechaEfectivaDesafiliacion", "GE16", true, FECHA),
                si("departamento", "GE19", true, "[0-9]{2}")),
            autorizaciones(),
            List.of(si("pazSalvo", "GE31", true, "SI|NO|1|2"), si("fechaPazSalvo", "GE32", false, FECHA))));
    REGLAS.put(
        Servicio.INICIO_RELACION_LABORAL,
        con(
            List.of(
                si("tipoInicio", "GE35", true, "1"),
                si("fechaInicio", "GE14", true, FECHA),
                si("segundoNombre", "GE27", false, ".{1,60}"),
                si("segundoApellido", "GE27", false, ".{1,60}"),
                si("sexo", "GE25", true, "H|M"),
                si("fechaNacimiento", "GE38", false, FECHA),
                si("departamento", "GE19", true, "[0-9]{2}"),
                si("municipio", "GE20", true, "[0-9]{3}"),
                si("direccion", "GE21", true, ".{1,200}"),
                si("telefono", "GE22", true, "[0-9]{1,10}"),
                si("correo", "GE23", false, CORREO),
                si("salario", "GE39", true, "[0-9]{1,10}"),
                si("tipoSalario", "GE40", true, "[123]"),
                si("horasTrabajo", "GE41", true, "[0-9]{1,3}"),
                radicado("numeroRadicadoSolicitud"),
                transaccion()),
            empleador(),
            trabajador(),
            autorizaciones()));
    REGLAS.put(
        Servicio.TERMINACION_RELACION_LABORAL,
        con(
            List.of(
                si("tipoTerminacion", "GE35", true, "1"),
                si("fechaTerminacion", "GE14", true, FECHA),
                radicado("numeroRadicadoSolicitud"),
                transaccion()),
            empleador(),
            trabajador(),
            autorizaciones()));
    REGLAS.put(
        Servicio.PERDIDA_AFILIACION_CAUSA_GRAVE,
        con(
            List.of(radicado("numeroRadicadoSolicitud"), si("tipoPersona", "GE10", true, "N|J")),
            empleador(),
            List.of(
                si("fechaPerdidaAfiliacion", "GE14", true, FECHA),
                segun("razonSocial", "GE17", "J", ".{1,500}"),
                si("causalRetiro", "GE15", true, ".{1,5}"),
                si("departamento", "GE19", true, "[0-9]{2}"),
                segun("primerApellidoEmpleador", "GE12", "N", ".{1,60}"),
                segun("primerNombreEmpleador", "GE12", "N", ".{1,60}"),
                si("estadoReporte", "GE15", true, "[12]"))));
    REGLAS.put(
        Servicio.ESTADO_PAGO_EMPLEADOR,
        con(
            List.of(
                new Regla(
                    "numeroRadicado",
                    "GE04",
                    cuerpo -> !valor(cuerpo, "numeroRadicado").isEmpty() || !valor(cuerpo, "numeroRadicadoSolicitud").isEmpty())),
            empleador(),
            List.of(si("estadoPago", "GE15", true, ".{1,5}"))));
  }

  /** The code of the first breach; empty when the structure is right. */
  static Optional<String> falta(Servicio servicio, Map<String, String> cuerpo) {
    return Objects.requireNonNull(REGLAS.get(servicio)).stream().filter(regla -> !regla.pasa().test(cuerpo)).map(Regla::codigo).findFirst();
  }

  static String valor(Map<String, String> cuerpo, String campo) {
    return cuerpo.getOrDefault(campo.toLowerCase(Locale.ROOT), "");
  }

  private static List<Regla> afiliacion() {
    return con(
        List.of(
            radicado("numeroRadicadoSolicitud"),
            transaccion(),
            si("tipoPersona", "GE10", true, "N|J"),
            segun("naturalezaJuridicaEmpleador", "GE11", "J", "[1-5]")),
        empleador(),
        List.of(
            segun("primerNombreEmpleador", "GE12", "N", ".{1,60}"),
            si("segundoNombreEmpleador", "GE13", false, ".{1,60}"),
            segun("primerApellidoEmpleador", "GE12", "N", ".{1,60}"),
            si("segundoApellidoEmpleador", "GE13", false, ".{1,60}"),
            si("fechaSolicitud", "GE14", true, FECHA),
            si("perdidaAfiliacionCausaGrave", "GE15", false, ".{1,5}"),
            si("fechaEfectivaAfiliacion", "GE16", true, FECHA),
            segun("razonSocial", "GE17", "J", ".{1,500}"),
            segun("numeroMatriculaMercantil", "GE18", "J", ".{1,12}"),
            si("departamento", "GE19", true, "[0-9]{2}"),
            si("municipio", "GE20", true, "[0-9]{3}"),
            si("direccionContacto", "GE21", true, ".{1,200}"),
            si("numeroTelefono", "GE22", true, "[0-9]{1,10}"),
            si("correoElectronico", "GE23", false, CORREO),
            representante("tipoDocumentoRepresentante", "GE24", "CC|CE|CD|PE|PT"),
            representante("numeroDocumentoRepresentante", "GE02", "[0-9A-Za-z]{1,16}"),
            representante("primerNombreRepresentante", "GE26", ".{1,60}"),
            si("segundoNombreRepresentante", "GE27", false, ".{1,60}"),
            representante("primerApellidoRepresentante", "GE26", ".{1,60}"),
            si("segundoApellidoRepresentante", "GE27", false, ".{1,60}")));
  }

  private static List<Regla> cierre(String manifestacion) {
    return con(autorizaciones(), List.of(si(manifestacion, "GE29", true, "SI")));
  }

  private static List<Regla> autorizaciones() {
    return List.of(
        si("autorizacionManejoDatos", "GE28", true, "SI|NO"),
        si("autorizacionNotificaciones", "GE28", true, "SI|NO"));
  }

  private static List<Regla> empleador() {
    return List.of(
        si("tipoDocumentoEmpleador", "GE01", true, "NI|CC|CE|CD|PE|PT"),
        si("numeroDocumentoEmpleador", "GE02", true, "[0-9A-Za-z]{1,16}"),
        si("serialSAT", "GE03", true, ".{1,4}"));
  }

  private static List<Regla> trabajador() {
    return List.of(
        si("tipoDocumentoTrabajador", "GE37", true, "RC|TI|CC|CE|CD|PE|PT"),
        si("numeroDocumentoTrabajador", "GE02", true, "[0-9A-Za-z]{1,16}"),
        si("primerNombre", "GE26", true, ".{1,60}"),
        si("primerApellido", "GE26", true, ".{1,60}"));
  }

  private static Regla radicado(String campo) {
    return si(campo, "GE04", true, "[0-9]{1,20}");
  }

  private static Regla transaccion() {
    return si("numeroTransaccion", "GE05", true, ".{1,50}");
  }

  private static Regla si(String campo, String codigo, boolean obligatorio, String forma) {
    Pattern patron = Pattern.compile(forma);
    return new Regla(
        campo,
        codigo,
        cuerpo -> {
          String valor = valor(cuerpo, campo);
          return valor.isEmpty() ? !obligatorio : patron.matcher(valor).matches();
        });
  }

  /** Mandatory for this tipoPersona, empty for the other. */
  private static Regla segun(String campo, String codigo, String tipoPersona, String forma) {
    return condicional(campo, codigo, cuerpo -> valor(cuerpo, "tipoPersona").equals(tipoPersona), forma);
  }

  /** Mandatory when the employer's document is a NIT, empty otherwise. */
  private static Regla representante(String campo, String codigo, String forma) {
    return condicional(campo, codigo, cuerpo -> valor(cuerpo, "tipoDocumentoEmpleador").equals("NI"), forma);
  }

  private static Regla condicional(
      String campo, String codigo, Predicate<Map<String, String>> cuando, String forma) {
    Pattern patron = Pattern.compile(forma);
    return new Regla(
        campo,
        codigo,
        cuerpo -> {
          String valor = valor(cuerpo, campo);
          return cuando.test(cuerpo) ? patron.matcher(valor).matches() : valor.isEmpty();
        });
  }

  @SafeVarargs
  private static List<Regla> con(List<Regla>... partes) {
    List<Regla> todas = new ArrayList<>();
    for (List<Regla> parte : partes) {
      todas.addAll(parte);
    }
    return todas;
  }
}
