package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.reporte.InicioRelacionLaboral;
import java.util.List;
import java.util.stream.Stream;

/** Annex 3.2.8: 25 fields. The worker's names carry no suffix on the wire. */
final class TablaDeInicio extends Tabla<InicioRelacionLaboral> {
  @Override
  ServicioSat servicio() {
    return ServicioSat.INICIO_RELACION_LABORAL;
  }

  @Override
  Class<InicioRelacionLaboral> tipo() {
    return InicioRelacionLaboral.class;
  }

  @Override
  List<Campo<InicioRelacionLaboral>> campos() {
    return Stream.of(inicio(), sede(), condiciones(), partes()).flatMap(List::stream).toList();
  }

  private List<Campo<InicioRelacionLaboral>> inicio() {
    return List.of(
        deLista(
                "tipoInicio",
                "GE35",
                "el tipo de inicio",
                "tipoInicio",
                InicioRelacionLaboral::tipoInicio,
                Lista.TIPO_INICIO)
            .obligatorio(),
        fecha(
                "fechaInicio",
                "GE14",
                "la fecha de inicio",
                "fechaInicio",
                InicioRelacionLaboral::fechaInicio)
            .obligatorio(),
        nombre(
            "segundoNombre",
            "GE27",
            "el segundo nombre del trabajador",
            "trabajador.segundoNombre",
            r -> r.trabajador().segundoNombre()),
        nombre(
            "segundoApellido",
            "GE27",
            "el segundo apellido del trabajador",
            "trabajador.segundoApellido",
            r -> r.trabajador().segundoApellido()),
        deLista(
                "sexo",
                "GE25",
                "el sexo del trabajador",
                "trabajador.sexo",
                r -> r.trabajador().sexo(),
                Lista.SEXO)
            .obligatorio(),
        fecha(
            "fechaNacimiento",
            "GE38",
            "la fecha de nacimiento del trabajador",
            "trabajador.fechaNacimiento",
            r -> r.trabajador().fechaNacimiento()));
  }

  private List<Campo<InicioRelacionLaboral>> sede() {
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
                "direccion",
                "GE21",
                "la dirección",
                "ubicacion.direccion",
                r -> r.ubicacion().direccion())
            .obligatorio()
            .maximo(200),
        campo("telefono", "GE22", "el teléfono", "contacto.telefono", r -> r.contacto().telefono())
            .obligatorio()
            .maximo(10)
            .con(Patron.DIGITOS),
        campo("correo", "GE23", "el correo", "contacto.correo", r -> r.contacto().correo())
            .maximo(254)
            .con(Patron.CORREO));
  }

  private List<Campo<InicioRelacionLaboral>> condiciones() {
    return List.of(
        campo("salario", "GE39", "el salario", "salario", InicioRelacionLaboral::salario)
            .obligatorio()
            .maximo(10)
            .con(Patron.DIGITOS),
        deLista(
                "tipoSalario",
                "GE40",
                "el tipo de salario",
                "tipoSalario",
                InicioRelacionLaboral::tipoSalario,
                Lista.TIPO_SALARIO)
            .obligatorio(),
        campo(
                "horasTrabajo",
                "GE41",
                "las horas de trabajo",
                "horasTrabajo",
                InicioRelacionLaboral::horasTrabajo)
            .obligatorio()
            .maximo(3)
            .con(Patron.DIGITOS),
        radicado("numeroRadicadoSolicitud"),
        numeroTransaccion(InicioRelacionLaboral::numeroTransaccion));
  }

  private List<Campo<InicioRelacionLaboral>> partes() {
    return List.of(
        tipoDocumentoEmpleador(),
        numeroDocumentoEmpleador(),
        serialSat(),
        tipoDocumento(
                "tipoDocumentoTrabajador",
                "GE37",
                "el tipo de documento del trabajador",
                "trabajador.documento",
                r -> r.trabajador().documento(),
                Rol.TRABAJADOR)
            .obligatorio(),
        numeroDocumento(
                "numeroDocumentoTrabajador",
                "el número de documento del trabajador",
                "trabajador.documento",
                r -> r.trabajador().documento(),
                Rol.TRABAJADOR)
            .obligatorio(),
        nombre(
                "primerNombre",
                "GE26",
                "el primer nombre del trabajador",
                "trabajador.primerNombre",
                r -> r.trabajador().primerNombre())
            .obligatorio(),
        nombre(
                "primerApellido",
                "GE26",
                "el primer apellido del trabajador",
                "trabajador.primerApellido",
                r -> r.trabajador().primerApellido())
            .obligatorio(),
        autorizacionManejoDatos(InicioRelacionLaboral::autorizaciones),
        autorizacionNotificaciones(InicioRelacionLaboral::autorizaciones));
  }
}
