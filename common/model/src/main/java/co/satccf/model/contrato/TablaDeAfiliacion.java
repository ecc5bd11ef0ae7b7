package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.reporte.Afiliacion;
import co.satccf.model.reporte.AfiliacionNoPrimeraVez;
import co.satccf.model.reporte.AfiliacionPrimeraVez;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The two affiliations of an employer: fields 1 to 27 in common, 30 and 33 in all. */
abstract class TablaDeAfiliacion<R extends Afiliacion> extends Tabla<R> {

  /** Fields 1 to 27 (annex 3.2.1 and 3.2.2). */
  List<Campo<R>> solicitud() {
    return Stream.of(identidad(), empleador(), sede(), representante())
        .flatMap(List::stream)
        .toList();
  }

  List<Campo<R>> cierre() {
    return List.of(
        autorizacionManejoDatos(Afiliacion::autorizaciones),
        autorizacionNotificaciones(Afiliacion::autorizaciones),
        deLista(
                "manifestacion",
                "GE29",
                "la manifestación",
                "manifestacion",
                Afiliacion::manifestacion,
                Lista.MANIFESTACION)
            .obligatorio());
  }

  private List<Campo<R>> identidad() {
    return List.of(
        radicado("numeroRadicadoSolicitud"),
        numeroTransaccion(Afiliacion::numeroTransaccion),
        deLista(
                "tipoPersona",
                "GE10",
                "el tipo de persona",
                "empleador.tipoPersona",
                TablaDeAfiliacion::tipoPersona,
                Lista.TIPO_PERSONA)
            .obligatorio(),
        deLista(
                "naturalezaJuridicaEmpleador",
                "GE11",
                "la naturaleza jurídica del empleador",
                "empleador.naturalezaJuridica",
                r -> r.empleador().naturalezaJuridica(),
                Lista.NATURALEZA_JURIDICA)
            .segun(personaJuridica(TablaDeAfiliacion::tipoPersona)),
        tipoDocumentoEmpleador(),
        numeroDocumentoEmpleador(),
        serialSat());
  }

  private List<Campo<R>> empleador() {
    return List.of(
        nombre(
                "primerNombreEmpleador",
                "GE12",
                "el primer nombre del empleador",
                "empleador.primerNombre",
                r -> r.empleador().primerNombre())
            .segun(personaNatural(TablaDeAfiliacion::tipoPersona)),
        nombre(
                "segundoNombreEmpleador",
                "GE13",
                "el segundo nombre del empleador",
                "empleador.segundoNombre",
                r -> r.empleador().segundoNombre())
            .segun(soloPersonaNatural(TablaDeAfiliacion::tipoPersona)),
        nombre(
                "primerApellidoEmpleador",
                "GE12",
                "el primer apellido del empleador",
                "empleador.primerApellido",
                r -> r.empleador().primerApellido())
            .segun(personaNatural(TablaDeAfiliacion::tipoPersona)),
        nombre(
                "segundoApellidoEmpleador",
                "GE13",
                "el segundo apellido del empleador",
                "empleador.segundoApellido",
                r -> r.empleador().segundoApellido())
            .segun(soloPersonaNatural(TablaDeAfiliacion::tipoPersona)),
        fecha(
                "fechaSolicitud",
                "GE14",
                "la fecha de solicitud",
                "fechaSolicitud",
                Afiliacion::fechaSolicitud)
            .obligatorio(),
        campo(
                "perdidaAfiliacionCausaGrave",
                "GE15",
                "la pérdida de afiliación por causa grave",
                "perdidaAfiliacionCausaGrave",
                Afiliacion::perdidaAfiliacionCausaGrave)
            .maximo(5),
        fecha(
                "fechaEfectivaAfiliacion",
                "GE16",
                "la fecha efectiva de afiliación",
                "fechaEfectivaAfiliacion",
                Afiliacion::fechaEfectivaAfiliacion)
            .obligatorio(),
        campo(
                "razonSocial",
                "GE17",
                "la razón social",
                "empleador.razonSocial",
                r -> r.empleador().razonSocial())
            .segun(personaJuridica(TablaDeAfiliacion::tipoPersona))
            .maximo(500),
        campo(
                "numeroMatriculaMercantil",
                "GE18",
                "el número de matrícula mercantil",
                "empleador.numeroMatriculaMercantil",
                r -> r.empleador().numeroMatriculaMercantil())
            .segun(personaJuridica(TablaDeAfiliacion::tipoPersona))
            .maximo(12));
  }

  private List<Campo<R>> sede() {
    return List.of(
        departamento("ubicacion.departamento", r -> r.ubicacion().departamento()),
        campo(
                "municipio",
                "GE20",
                "el municipio",
                "ubicacion.municipio",
                r -> r.ubicacion().municipio())
            .obligatorio()
            .maximo(3)
            .con(Patron.TRES_DIGITOS)
            .con(new Valores.Municipio<>(r -> r.ubicacion().departamento()))
            .catalogoEstricto(false),
        campo(
                "direccionContacto",
                "GE21",
                "la dirección de contacto",
                "ubicacion.direccion",
                r -> r.ubicacion().direccion())
            .obligatorio()
            .maximo(200),
        campo(
                "numeroTelefono",
                "GE22",
                "el número de teléfono",
                "contacto.telefono",
                r -> r.contacto().telefono())
            .obligatorio()
            .maximo(10)
            .con(Patron.DIGITOS),
        campo(
                "correoElectronico",
                "GE23",
                "el correo electrónico",
                "contacto.correo",
                r -> r.contacto().correo())
            .maximo(254)
            .con(Patron.CORREO));
  }

  private List<Campo<R>> representante() {
    return List.of(
        tipoDocumento(
                "tipoDocumentoRepresentante",
                "GE24",
                "el tipo de documento del representante",
                "representante.documento",
                r -> r.representante().documento(),
                Rol.REPRESENTANTE)
            .segun(empleadorConNit()),
        numeroDocumento(
                "numeroDocumentoRepresentante",
                "el número de documento del representante",
                "representante.documento",
                r -> r.representante().documento(),
                Rol.REPRESENTANTE)
            .segun(empleadorConNit()),
        nombre(
                "primerNombreRepresentante",
                "GE26",
                "el primer nombre del representante",
                "representante.primerNombre",
                r -> r.representante().primerNombre())
            .segun(empleadorConNit()),
        nombre(
                "segundoNombreRepresentante",
                "GE27",
                "el segundo nombre del representante",
                "representante.segundoNombre",
                r -> r.representante().segundoNombre())
            .segun(soloEmpleadorConNit()),
        nombre(
                "primerApellidoRepresentante",
                "GE26",
                "el primer apellido del representante",
                "representante.primerApellido",
                r -> r.representante().primerApellido())
            .segun(empleadorConNit()),
        nombre(
                "segundoApellidoRepresentante",
                "GE27",
                "el segundo apellido del representante",
                "representante.segundoApellido",
                r -> r.representante().segundoApellido())
            .segun(soloEmpleadorConNit()));
  }

  private static String tipoPersona(Afiliacion reporte) {
    return reporte.empleador().tipoPersona();
  }

  /** Annex 3.2.1: 30 fields. */
  static final class PrimeraVez extends TablaDeAfiliacion<AfiliacionPrimeraVez> {
    @Override
    ServicioSat servicio() {
      return ServicioSat.AFILIACION_PRIMERA_VEZ;
    }

    @Override
    Class<AfiliacionPrimeraVez> tipo() {
      return AfiliacionPrimeraVez.class;
    }

    @Override
    List<Campo<AfiliacionPrimeraVez>> campos() {
      return Stream.of(solicitud(), cierre()).flatMap(List::stream).toList();
    }
  }

  /** Annex 3.2.2: 33 fields. */
  static final class NoPrimeraVez extends TablaDeAfiliacion<AfiliacionNoPrimeraVez> {
    @Override
    ServicioSat servicio() {
      return ServicioSat.AFILIACION_NO_PRIMERA_VEZ;
    }

    @Override
    Class<AfiliacionNoPrimeraVez> tipo() {
      return AfiliacionNoPrimeraVez.class;
    }

    @Override
    List<Campo<AfiliacionNoPrimeraVez>> campos() {
      return Stream.of(solicitud(), cajaAnterior(), cierre()).flatMap(List::stream).toList();
    }

    private List<Campo<AfiliacionNoPrimeraVez>> cajaAnterior() {
      return List.of(
          campo(
                  "codigoCajaCompensacionFamiliarAnterior",
                  "GE30",
                  "el código de la caja anterior",
                  "codigoCajaAnterior",
                  AfiliacionNoPrimeraVez::codigoCajaAnterior)
              .obligatorio()
              .maximo(6)
              .con(Patron.CAJA)
              .con(new Valores.Caja<>()),
          deLista(
              "pazYSalvo",
              "GE31",
              "el paz y salvo",
              "pazYSalvo",
              AfiliacionNoPrimeraVez::pazYSalvo,
              Lista.PAZ_Y_SALVO),
          fecha(
                  "fechaPazYSalvo",
                  "GE32",
                  "la fecha del paz y salvo",
                  "fechaPazYSalvo",
                  AfiliacionNoPrimeraVez::fechaPazYSalvo)
              .segun(
                  new Condicion<>(
                      "data.pazYSalvo",
                      "el paz y salvo",
                      AfiliacionNoPrimeraVez::pazYSalvo,
                      Set.of("SI"),
                      Set.of())));
    }
  }
}
