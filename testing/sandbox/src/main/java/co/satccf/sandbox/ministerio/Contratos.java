package co.satccf.sandbox.ministerio;

import static co.satccf.sandbox.ministerio.Regla.correo;
import static co.satccf.sandbox.ministerio.Regla.departamento;
import static co.satccf.sandbox.ministerio.Regla.exacto;
import static co.satccf.sandbox.ministerio.Regla.fecha;
import static co.satccf.sandbox.ministerio.Regla.numeroDe;
import static co.satccf.sandbox.ministerio.Regla.obligatorio;
import static co.satccf.sandbox.ministerio.Regla.opcional;
import static co.satccf.sandbox.ministerio.Regla.patron;
import static co.satccf.sandbox.ministerio.Regla.uno;
import static co.satccf.sandbox.ministerio.Regla.vacio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven contracts: 30, 33, 12, 25, 13, 12 and 5 fields. Names as used by a CCF's system in
 * production; lengths, values and mandatory marks from a CCF's validation of the same fields in the
 * other direction, hence inferred. Codes GE33, GE34 and GE36 have never been seen: they are assumed
 * for fields whose code is unknown.
 */
final class Contratos {
  private static final String PERSONA = "tipoPersona";
  private static final String DOC_EMPLEADOR = "tipoDocumentoEmpleador";

  private Contratos() {}

  /** Fields of a service in wire order. */
  static List<Campo> de(Servicio servicio) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ -> PRIMERA_VEZ;
      case AFILIACION_NO_PRIMERA_VEZ -> NO_PRIMERA_VEZ;
      case DESAFILIACION -> DESAFILIACION;
      case INICIO_RELACION_LABORAL -> INICIO;
      case TERMINACION_RELACION_LABORAL -> TERMINACION;
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> CAUSA_GRAVE;
      case ESTADO_PAGO_EMPLEADOR -> ESTADO_PAGO;
    };
  }

  /** The first field in wire order that breaks its rule, or null. */
  static @Nullable Campo primeraFalta(Servicio servicio, Reporte reporte) {
    for (Campo campo : de(servicio)) {
      if (!campo.cumple(reporte)) {
        return campo;
      }
    }
    return null;
  }

  private static Campo campo(String nombre, String codigo, Regla regla) {
    return new Campo(nombre, codigo, regla);
  }

  private static Regla soloNatural(Regla regla) {
    return regla.cuando(PERSONA, "N", vacio());
  }

  private static Regla soloJuridica(Regla regla) {
    return regla.cuando(PERSONA, "J", vacio());
  }

  private static Regla soloConNit(Regla regla) {
    return regla.cuando(DOC_EMPLEADOR, "NI", vacio());
  }

  private static final Regla SI_NO = uno("SI", "NO");
  private static final Campo RADICADO =
      campo("numeroRadicadoSolicitud", "GE04", patron("\\d{1,20}"));
  private static final Campo TRANSACCION = campo("numeroTransaccion", "GE05", obligatorio(50));
  private static final Campo TIPO_EMPLEADOR =
      campo(DOC_EMPLEADOR, "GE01", uno("NI", "CC", "CE", "CD", "PE", "PT"));
  private static final Campo NUMERO_EMPLEADOR =
      campo("numeroDocumentoEmpleador", "GE02", numeroDe(DOC_EMPLEADOR));
  private static final Campo SERIAL = campo("serialSAT", "GE03", obligatorio(4));
  private static final Campo TIPO_PERSONA = campo(PERSONA, "GE10", uno("N", "J"));
  private static final Campo DEPARTAMENTO = campo("departamento", "GE19", departamento());
  private static final Campo MUNICIPIO = campo("municipio", "GE20", patron("\\d{3}"));
  private static final Campo TIPO_TRABAJADOR =
      campo("tipoDocumentoTrabajador", "GE37", uno("RC", "TI", "CC", "CE", "CD", "PE", "PT"));
  private static final Campo NUMERO_TRABAJADOR =
      campo("numeroDocumentoTrabajador", "GE02", numeroDe("tipoDocumentoTrabajador"));
  private static final Campo MANEJO_DATOS = campo("autorizacionManejoDatos", "GE28", SI_NO);
  private static final Campo NOTIFICACIONES = campo("autorizacionNotificaciones", "GE28", SI_NO);
  private static final Campo MANIFESTACION = campo("manifestacion", "GE29", uno("SI"));

  /** Fields 1-27, which both kinds of affiliation begin with. */
  private static final List<Campo> AFILIACION =
      List.of(
          RADICADO,
          TRANSACCION,
          TIPO_PERSONA,
          campo("naturalezaJuridicaEmpleador", "GE11", soloJuridica(patron("[1-5]"))),
          TIPO_EMPLEADOR,
          NUMERO_EMPLEADOR,
          SERIAL,
          campo("primerNombreEmpleador", "GE12", soloNatural(obligatorio(60))),
          campo("segundoNombreEmpleador", "GE13", soloNatural(opcional(60))),
          campo("primerApellidoEmpleador", "GE12", soloNatural(obligatorio(60))),
          campo("segundoApellidoEmpleador", "GE13", soloNatural(opcional(60))),
          campo("fechaSolicitud", "GE14", fecha()),
          campo("perdidaAfiliacionCausaGrave", "GE15", opcional(5)),
          campo("fechaEfectivaAfiliacion", "GE16", fecha()),
          campo("razonSocial", "GE17", soloJuridica(obligatorio(500))),
          campo("numeroMatriculaMercantil", "GE18", soloJuridica(obligatorio(12))),
          DEPARTAMENTO,
          MUNICIPIO,
          campo("direccionContacto", "GE21", obligatorio(200)),
          campo("numeroTelefono", "GE22", patron("\\d{1,10}")),
          campo("correoElectronico", "GE23", correo().oVacio()),
          campo(
              "tipoDocumentoRepresentante", "GE24", soloConNit(uno("CC", "CE", "CD", "PE", "PT"))),
          campo(
              "numeroDocumentoRepresentante",
              "GE02",
              soloConNit(numeroDe("tipoDocumentoRepresentante"))),
          campo("primerNombreRepresentante", "GE26", soloConNit(obligatorio(60))),
          campo("segundoNombreRepresentante", "GE27", soloConNit(opcional(60))),
          campo("primerApellidoRepresentante", "GE26", soloConNit(obligatorio(60))),
          campo("segundoApellidoRepresentante", "GE27", soloConNit(opcional(60))));

  private static final List<Campo> PRIMERA_VEZ =
      juntos(AFILIACION, MANEJO_DATOS, NOTIFICACIONES, MANIFESTACION);

  private static final List<Campo> NO_PRIMERA_VEZ =
      juntos(
          AFILIACION,
          campo("codigoCajaCompensacionFamiliarAnterior", "GE30", exacto(5)),
          campo("pazYSalvo", "GE31", SI_NO.oVacio()),
          campo("fechaPazYSalvo", "GE32", fecha().oVacio()),
          MANEJO_DATOS,
          NOTIFICACIONES,
          MANIFESTACION);

  private static final List<Campo> DESAFILIACION =
      List.of(
          RADICADO,
          TRANSACCION,
          TIPO_EMPLEADOR,
          NUMERO_EMPLEADOR,
          SERIAL,
          campo("fechaSolicitud", "GE14", fecha()),
          campo("fechaEfectivaDesafiliacion", "GE16", fecha()),
          DEPARTAMENTO,
          MANEJO_DATOS,
          NOTIFICACIONES,
          campo("pazSalvo", "GE31", SI_NO.oVacio()),
          campo("fechaPazSalvo", "GE32", fecha().cuando("pazSalvo", "SI", fecha().oVacio())));

  private static final List<Campo> INICIO =
      List.of(
          campo("tipoInicio", "GE35", uno("1")),
          campo("fechaInicio", "GE14", fecha()),
          campo("segundoNombre", "GE27", opcional(60)),
          campo("segundoApellido", "GE27", opcional(60)),
          campo("sexo", "GE25", uno("H", "M")),
          campo("fechaNacimiento", "GE38", fecha().oVacio()),
          DEPARTAMENTO,
          MUNICIPIO,
          campo("direccion", "GE21", obligatorio(200)),
          campo("telefono", "GE22", patron("\\d{1,10}")),
          campo("correo", "GE23", correo().oVacio()),
          campo("salario", "GE39", patron("\\d{1,10}")),
          campo("tipoSalario", "GE40", uno("1", "2", "3")),
          campo("horasTrabajo", "GE41", patron("\\d{1,3}")),
          RADICADO,
          TRANSACCION,
          TIPO_EMPLEADOR,
          NUMERO_EMPLEADOR,
          SERIAL,
          TIPO_TRABAJADOR,
          NUMERO_TRABAJADOR,
          campo("primerNombre", "GE26", obligatorio(60)),
          campo("primerApellido", "GE26", obligatorio(60)),
          MANEJO_DATOS,
          NOTIFICACIONES);

  private static final List<Campo> TERMINACION =
      List.of(
          campo("tipoTerminacion", "GE35", uno("1")),
          campo("fechaTerminacion", "GE14", fecha()),
          RADICADO,
          TRANSACCION,
          TIPO_EMPLEADOR,
          NUMERO_EMPLEADOR,
          SERIAL,
          TIPO_TRABAJADOR,
          NUMERO_TRABAJADOR,
          campo("primerNombre", "GE26", obligatorio(60)),
          campo("primerApellido", "GE26", obligatorio(60)),
          MANEJO_DATOS,
          NOTIFICACIONES);

  private static final List<Campo> CAUSA_GRAVE =
      List.of(
          RADICADO,
          TIPO_PERSONA,
          TIPO_EMPLEADOR,
          NUMERO_EMPLEADOR,
          SERIAL,
          campo("fechaPerdidaAfiliacion", "GE14", fecha()),
          campo("razonSocial", "GE17", soloJuridica(obligatorio(500))),
          campo("causalRetiro", "GE33", patron("[1-5]")),
          DEPARTAMENTO,
          campo("primerApellidoEmpleador", "GE12", soloNatural(obligatorio(60))),
          campo("primerNombreEmpleador", "GE12", soloNatural(obligatorio(60))),
          campo("estadoReporte", "GE34", uno("1", "2")));

  private static final List<Campo> ESTADO_PAGO =
      List.of(
          // The peers disagree on this one name, so either is taken.
          campo(
              "numeroRadicado",
              "GE04",
              (valor, reporte) -> RADICADO.regla().cumple(reporte.radicado(), reporte)),
          TIPO_EMPLEADOR,
          NUMERO_EMPLEADOR,
          SERIAL,
          campo("estadoPago", "GE36", uno("1", "2")));

  private static List<Campo> juntos(List<Campo> primeros, Campo... otros) {
    List<Campo> todos = new ArrayList<>(primeros);
    todos.addAll(List.of(otros));
    return List.copyOf(todos);
  }
}
