package co.satccf.model.contrato;

import co.satccf.model.catalogo.Catalogos.Rol;
import co.satccf.model.reporte.Afiliacion;
import co.satccf.model.reporte.AfiliacionNoPrimeraVez;
import co.satccf.model.reporte.AfiliacionPrimeraVez;
import co.satccf.model.reporte.Autorizaciones;
import co.satccf.model.reporte.Desafiliacion;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Empleador;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import co.satccf.model.reporte.InicioRelacionLaboral;
import co.satccf.model.reporte.PerdidaAfiliacionCausaGrave;
import co.satccf.model.reporte.TerminacionRelacionLaboral;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The seven contracts, field by field in wire order. Names, lengths and marks are those of the funds that report today;
 * the Ministry's own guide is not public, so {@link ReglasDeContrato} can override them.
 */
final class Tablas {

  private static final Pattern RADICADO = Pattern.compile("[0-9]{1,20}");
  private static final Pattern CORREO = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");
  private static final int CORREO_MAXIMO = 254;

  private Tablas() {}

  static List<Campo<AfiliacionPrimeraVez>> afiliacionPrimeraVez() {
    Tabla<AfiliacionPrimeraVez> t = new Tabla<>();
    solicitud(t);
    autorizaciones(t, AfiliacionPrimeraVez::autorizaciones);
    t.obligatorio("manifestacion", "manifestacion", "GE29", lista("manifestacion"), AfiliacionPrimeraVez::manifestacion);
    return t.campos;
  }

  static List<Campo<AfiliacionNoPrimeraVez>> afiliacionNoPrimeraVez() {
    Tabla<AfiliacionNoPrimeraVez> t = new Tabla<>();
    solicitud(t);
    t.obligatorio(
        "codigoCajaCompensacionFamiliarAnterior",
        "codigoCajaAnterior",
        "GE30",
        new Formato.Caja<>(),
        AfiliacionNoPrimeraVez::codigoCajaAnterior);
    t.opcional("pazYSalvo", "pazYSalvo", "GE31", lista("pazYSalvo"), r -> r.pazYSalvo());
    t.opcional("fechaPazYSalvo", "fechaPazYSalvo", "GE32", new Formato.Fecha<>(), r -> r.fechaPazYSalvo());
    autorizaciones(t, AfiliacionNoPrimeraVez::autorizaciones);
    t.obligatorio(
        "manifestacion", "manifestacion", "GE29", lista("manifestacion"), AfiliacionNoPrimeraVez::manifestacion);
    return t.campos;
  }

  static List<Campo<Desafiliacion>> desafiliacion() {
    Tabla<Desafiliacion> t = new Tabla<>();
    radicado(t, "numeroRadicadoSolicitud", Desafiliacion::radicado);
    transaccion(t, Desafiliacion::numeroTransaccion);
    empleador(t, Desafiliacion::documentoEmpleador, Desafiliacion::serialSat);
    t.obligatorio("fechaSolicitud", "fechaSolicitud", "GE14", new Formato.Fecha<>(), Desafiliacion::fechaSolicitud);
    t.obligatorio(
        "fechaEfectivaDesafiliacion",
        "fechaEfectivaDesafiliacion",
        "GE16",
        new Formato.Fecha<>(),
        Desafiliacion::fechaEfectivaDesafiliacion);
    t.obligatorio("departamento", "departamento", "GE19", new Formato.Departamento<>(), Desafiliacion::departamentoInformado);
    autorizaciones(t, Desafiliacion::autorizaciones);
    t.obligatorio("pazSalvo", "pazYSalvo", "GE31", lista("pazYSalvo"), r -> r.pazYSalvo());
    t.condicional(
        "fechaPazSalvo",
        "fechaPazYSalvo",
        "GE32",
        new Exigencia.Condicional<>(r -> r.pazYSalvo().equals("SI"), "pazSalvo es SI", false),
        new Formato.Fecha<>(),
        r -> r.fechaPazYSalvo());
    return t.campos;
  }

  static List<Campo<InicioRelacionLaboral>> inicioRelacionLaboral() {
    Tabla<InicioRelacionLaboral> t = new Tabla<>();
    t.obligatorio("tipoInicio", "tipoInicio", "GE35", lista("tipoInicio"), InicioRelacionLaboral::tipoInicio);
    t.obligatorio("fechaInicio", "fechaInicio", "GE14", new Formato.Fecha<>(), InicioRelacionLaboral::fechaInicio);
    t.opcional("segundoNombre", "trabajador.segundoNombre", "GE27", nombre(), r -> r.trabajador().segundoNombre());
    t.opcional("segundoApellido", "trabajador.segundoApellido", "GE27", nombre(), r -> r.trabajador().segundoApellido());
    t.obligatorio("sexo", "trabajador.sexo", "GE25", lista("sexo"), r -> r.trabajador().sexo());
    t.opcional(
        "fechaNacimiento", "trabajador.fechaNacimiento", "GE38", new Formato.Fecha<>(), r -> r.trabajador().fechaNacimiento());
    t.obligatorio(
        "departamento", "ubicacion.departamento", "GE19", new Formato.Departamento<>(), r -> r.ubicacion().departamento());
    t.obligatorio(
        "municipio",
        "ubicacion.municipio",
        "GE20",
        new Formato.Municipio<>(r -> r.ubicacion().departamento()),
        r -> r.ubicacion().municipio());
    t.obligatorio("direccion", "ubicacion.direccion", "GE21", new Formato.Texto<>(200), r -> r.ubicacion().direccion());
    t.obligatorio("telefono", "contacto.telefono", "GE22", new Formato.Digitos<>(10), r -> r.contacto().telefono());
    t.opcional("correo", "contacto.correo", "GE23", correo(), r -> r.contacto().correo());
    t.obligatorio("salario", "salario", "GE39", new Formato.Digitos<>(10), InicioRelacionLaboral::salario);
    t.obligatorio("tipoSalario", "tipoSalario", "GE40", lista("tipoSalario"), InicioRelacionLaboral::tipoSalario);
    t.obligatorio("horasTrabajo", "horasTrabajo", "GE41", new Formato.Digitos<>(3), InicioRelacionLaboral::horasTrabajo);
    radicado(t, "numeroRadicadoSolicitud", InicioRelacionLaboral::radicado);
    transaccion(t, InicioRelacionLaboral::numeroTransaccion);
    empleador(t, InicioRelacionLaboral::documentoEmpleador, InicioRelacionLaboral::serialSat);
    trabajador(t, r -> r.trabajador().documento());
    t.obligatorio("primerNombre", "trabajador.primerNombre", "GE26", nombre(), r -> r.trabajador().primerNombre());
    t.obligatorio("primerApellido", "trabajador.primerApellido", "GE26", nombre(), r -> r.trabajador().primerApellido());
    autorizaciones(t, InicioRelacionLaboral::autorizaciones);
    return t.campos;
  }

  static List<Campo<TerminacionRelacionLaboral>> terminacionRelacionLaboral() {
    Tabla<TerminacionRelacionLaboral> t = new Tabla<>();
    t.obligatorio(
        "tipoTerminacion", "tipoTerminacion", "GE35", lista("tipoTerminacion"), TerminacionRelacionLaboral::tipoTerminacion);
    t.obligatorio(
        "fechaTerminacion", "fechaTerminacion", "GE14", new Formato.Fecha<>(), TerminacionRelacionLaboral::fechaTerminacion);
    radicado(t, "numeroRadicadoSolicitud", TerminacionRelacionLaboral::radicado);
    transaccion(t, TerminacionRelacionLaboral::numeroTransaccion);
    empleador(t, TerminacionRelacionLaboral::documentoEmpleador, TerminacionRelacionLaboral::serialSat);
    trabajador(t, r -> r.trabajador().documento());
    t.obligatorio("primerNombre", "trabajador.primerNombre", "GE26", nombre(), r -> r.trabajador().primerNombre());
    t.obligatorio("primerApellido", "trabajador.primerApellido", "GE26", nombre(), r -> r.trabajador().primerApellido());
    autorizaciones(t, TerminacionRelacionLaboral::autorizaciones);
    return t.campos;
  }

  static List<Campo<PerdidaAfiliacionCausaGrave>> perdidaAfiliacionCausaGrave() {
    Tabla<PerdidaAfiliacionCausaGrave> t = new Tabla<>();
    Predicate<PerdidaAfiliacionCausaGrave> juridica = r -> r.empleador().tipoPersona().equals("J");
    Predicate<PerdidaAfiliacionCausaGrave> natural = r -> r.empleador().tipoPersona().equals("N");
    radicado(t, "numeroRadicadoSolicitud", PerdidaAfiliacionCausaGrave::radicado);
    t.obligatorio("tipoPersona", "empleador.tipoPersona", "GE10", lista("tipoPersona"), r -> r.empleador().tipoPersona());
    empleador(t, PerdidaAfiliacionCausaGrave::documentoEmpleador, PerdidaAfiliacionCausaGrave::serialSat);
    t.obligatorio(
        "fechaPerdidaAfiliacion",
        "fechaPerdidaAfiliacion",
        "GE14",
        new Formato.Fecha<>(),
        PerdidaAfiliacionCausaGrave::fechaPerdidaAfiliacion);
    t.condicional(
        "razonSocial", "empleador.razonSocial", "GE17", siJuridica(juridica), new Formato.Texto<>(500), r -> r.empleador().razonSocial());
    t.obligatorio(
        "causalRetiro", "causalRetiro", "GE15", lista("causalRetiro"), PerdidaAfiliacionCausaGrave::causalRetiro);
    t.obligatorio(
        "departamento", "departamento", "GE19", new Formato.Departamento<>(), PerdidaAfiliacionCausaGrave::departamentoInformado);
    t.condicional(
        "primerApellidoEmpleador", "empleador.primerApellido", "GE12", siNatural(natural), nombre(), r -> r.empleador().primerApellido());
    t.condicional(
        "primerNombreEmpleador", "empleador.primerNombre", "GE12", siNatural(natural), nombre(), r -> r.empleador().primerNombre());
    t.obligatorio(
        "estadoReporte", "estadoReporte", "GE15", lista("estadoReporte"), PerdidaAfiliacionCausaGrave::estadoReporte);
    return t.campos;
  }

  static List<Campo<EstadoPagoEmpleador>> estadoPagoEmpleador() {
    Tabla<EstadoPagoEmpleador> t = new Tabla<>();
    radicado(t, "numeroRadicado", EstadoPagoEmpleador::radicado);
    empleador(t, EstadoPagoEmpleador::documentoEmpleador, EstadoPagoEmpleador::serialSat);
    t.obligatorio("estadoPago", "estadoPago", "GE15", lista("estadoPago"), EstadoPagoEmpleador::estadoPago);
    return t.campos;
  }

  /** Fields 1 to 27, the same for both kinds of affiliation. */
  private static <R extends Afiliacion> void solicitud(Tabla<R> t) {
    Function<R, Empleador> emp = Afiliacion::empleador;
    Predicate<R> juridica = r -> emp.apply(r).tipoPersona().equals("J");
    Predicate<R> natural = r -> emp.apply(r).tipoPersona().equals("N");
    radicado(t, "numeroRadicadoSolicitud", Afiliacion::radicado);
    transaccion(t, Afiliacion::numeroTransaccion);
    t.obligatorio("tipoPersona", "empleador.tipoPersona", "GE10", lista("tipoPersona"), emp.andThen(Empleador::tipoPersona));
    t.condicional(
        "naturalezaJuridicaEmpleador",
        "empleador.naturalezaJuridica",
        "GE11",
        siJuridica(juridica),
        lista("naturalezaJuridica"),
        emp.andThen(Empleador::naturalezaJuridica));
    empleador(t, emp.andThen(Empleador::documento), emp.andThen(Empleador::serialSat));
    t.condicional(
        "primerNombreEmpleador", "empleador.primerNombre", "GE12", siNatural(natural), nombre(), emp.andThen(Empleador::primerNombre));
    t.condicional(
        "segundoNombreEmpleador",
        "empleador.segundoNombre",
        "GE13",
        new Exigencia.SoloSi<>(natural, "la persona es natural"),
        nombre(),
        emp.andThen(Empleador::segundoNombre));
    t.condicional(
        "primerApellidoEmpleador", "empleador.primerApellido", "GE12", siNatural(natural), nombre(), emp.andThen(Empleador::primerApellido));
    t.condicional(
        "segundoApellidoEmpleador",
        "empleador.segundoApellido",
        "GE13",
        new Exigencia.SoloSi<>(natural, "la persona es natural"),
        nombre(),
        emp.andThen(Empleador::segundoApellido));
    t.obligatorio("fechaSolicitud", "fechaSolicitud", "GE14", new Formato.Fecha<>(), Afiliacion::fechaSolicitud);
    t.opcional(
        "perdidaAfiliacionCausaGrave",
        "perdidaAfiliacionCausaGrave",
        "GE15",
        new Formato.Texto<>(5),
        Afiliacion::perdidaAfiliacionCausaGrave);
    t.obligatorio(
        "fechaEfectivaAfiliacion",
        "fechaEfectivaAfiliacion",
        "GE16",
        new Formato.Fecha<>(),
        Afiliacion::fechaEfectivaAfiliacion);
    t.condicional(
        "razonSocial", "empleador.razonSocial", "GE17", siJuridica(juridica), new Formato.Texto<>(500), emp.andThen(Empleador::razonSocial));
    t.condicional(
        "numeroMatriculaMercantil",
        "empleador.numeroMatriculaMercantil",
        "GE18",
        siJuridica(juridica),
        new Formato.Texto<>(12),
        emp.andThen(Empleador::numeroMatriculaMercantil));
    t.obligatorio(
        "departamento", "ubicacion.departamento", "GE19", new Formato.Departamento<>(), r -> r.ubicacion().departamento());
    t.obligatorio(
        "municipio",
        "ubicacion.municipio",
        "GE20",
        new Formato.Municipio<>(r -> r.ubicacion().departamento()),
        r -> r.ubicacion().municipio());
    t.obligatorio("direccionContacto", "ubicacion.direccion", "GE21", new Formato.Texto<>(200), r -> r.ubicacion().direccion());
    t.obligatorio("numeroTelefono", "contacto.telefono", "GE22", new Formato.Digitos<>(10), r -> r.contacto().telefono());
    t.opcional("correoElectronico", "contacto.correo", "GE23", correo(), r -> r.contacto().correo());
    representante(t);
  }

  private static <R extends Afiliacion> void representante(Tabla<R> t) {
    Predicate<R> conNit = r -> r.empleador().documento().tipo().equals("NI");
    String condicion = "el documento del empleador es NI";
    Exigencia<R> siNit = new Exigencia.Condicional<>(conNit, condicion, true);
    Exigencia<R> soloNit = new Exigencia.SoloSi<>(conNit, condicion);
    t.condicional(
        "tipoDocumentoRepresentante",
        "representante.documento.tipo",
        "GE24",
        siNit,
        new Formato.TipoDocumento<>(Rol.REPRESENTANTE),
        r -> r.representante().documento().tipo());
    t.condicional(
        "numeroDocumentoRepresentante",
        "representante.documento.numero",
        "GE02",
        siNit,
        new Formato.NumeroDocumento<>(Rol.REPRESENTANTE, r -> r.representante().documento().tipo()),
        r -> r.representante().documento().numero());
    t.condicional(
        "primerNombreRepresentante", "representante.primerNombre", "GE26", siNit, nombre(), r -> r.representante().primerNombre());
    t.condicional(
        "segundoNombreRepresentante", "representante.segundoNombre", "GE27", soloNit, nombre(), r -> r.representante().segundoNombre());
    t.condicional(
        "primerApellidoRepresentante", "representante.primerApellido", "GE26", siNit, nombre(), r -> r.representante().primerApellido());
    t.condicional(
        "segundoApellidoRepresentante",
        "representante.segundoApellido",
        "GE27",
        soloNit,
        nombre(),
        r -> r.representante().segundoApellido());
  }

  private static <R> void radicado(Tabla<R> t, String nombre, Function<R, String> lee) {
    t.obligatorio(nombre, "radicado", "GE04", new Formato.Patron<>(RADICADO, "solo dígitos, máximo 20"), lee);
  }

  private static <R> void transaccion(Tabla<R> t, Function<R, String> lee) {
    t.obligatorio("numeroTransaccion", "numeroTransaccion", "GE05", new Formato.Texto<>(50), lee);
  }

  private static <R> void empleador(Tabla<R> t, Function<R, Documento> documento, Function<R, String> serial) {
    t.obligatorio(
        "tipoDocumentoEmpleador",
        "empleador.documento.tipo",
        "GE01",
        new Formato.TipoDocumento<>(Rol.EMPLEADOR),
        documento.andThen(Documento::tipo));
    t.obligatorio(
        "numeroDocumentoEmpleador",
        "empleador.documento.numero",
        "GE02",
        new Formato.NumeroDocumento<>(Rol.EMPLEADOR, documento.andThen(Documento::tipo)),
        documento.andThen(Documento::numero));
    t.obligatorio("serialSAT", "empleador.serialSAT", "GE03", new Formato.Texto<>(4), serial);
  }

  private static <R> void trabajador(Tabla<R> t, Function<R, Documento> documento) {
    t.obligatorio(
        "tipoDocumentoTrabajador",
        "trabajador.documento.tipo",
        "GE37",
        new Formato.TipoDocumento<>(Rol.TRABAJADOR),
        documento.andThen(Documento::tipo));
    t.obligatorio(
        "numeroDocumentoTrabajador",
        "trabajador.documento.numero",
        "GE02",
        new Formato.NumeroDocumento<>(Rol.TRABAJADOR, documento.andThen(Documento::tipo)),
        documento.andThen(Documento::numero));
  }

  private static <R> void autorizaciones(Tabla<R> t, Function<R, Autorizaciones> de) {
    t.obligatorio(
        "autorizacionManejoDatos", "autorizaciones.manejoDatos", "GE28", lista("siNo"), de.andThen(Autorizaciones::manejoDatos));
    t.obligatorio(
        "autorizacionNotificaciones",
        "autorizaciones.notificaciones",
        "GE28",
        lista("siNo"),
        de.andThen(Autorizaciones::notificaciones));
  }

  private static <R> Formato<R> lista(String lista) {
    return new Formato.Lista<>(lista);
  }

  private static <R> Formato<R> nombre() {
    return new Formato.Texto<>(60);
  }

  private static <R> Formato<R> correo() {
    return new Formato.Patron<>(CORREO, "un correo electrónico de máximo " + CORREO_MAXIMO + " caracteres");
  }

  private static <R> Exigencia<R> siJuridica(Predicate<R> juridica) {
    return new Exigencia.Condicional<>(juridica, "la persona es jurídica", true);
  }

  private static <R> Exigencia<R> siNatural(Predicate<R> natural) {
    return new Exigencia.Condicional<>(natural, "la persona es natural", true);
  }

  /** Collects fields in wire order. */
  private static final class Tabla<R> {
    private final List<Campo<R>> campos = new ArrayList<>();

    void obligatorio(String nombre, String ruta, String codigo, Formato<R> formato, Function<R, String> lee) {
      campos.add(new Campo<>(nombre, ruta, codigo, new Exigencia.Obligatorio<>(), formato, lee));
    }

    void opcional(String nombre, String ruta, String codigo, Formato<R> formato, Function<R, String> lee) {
      campos.add(new Campo<>(nombre, ruta, codigo, new Exigencia.Opcional<>(), formato, lee));
    }

    void condicional(
        String nombre, String ruta, String codigo, Exigencia<R> exigencia, Formato<R> formato, Function<R, String> lee) {
      campos.add(new Campo<>(nombre, ruta, codigo, exigencia, formato, lee));
    }
  }
}
