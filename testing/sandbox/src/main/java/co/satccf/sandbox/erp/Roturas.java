package co.satccf.sandbox.erp;

import static co.satccf.sandbox.erp.Rotura.Base.CAUSA_GRAVE_JURIDICA;
import static co.satccf.sandbox.erp.Rotura.Base.CAUSA_GRAVE_NATURAL;
import static co.satccf.sandbox.erp.Rotura.Base.DESAFILIACION;
import static co.satccf.sandbox.erp.Rotura.Base.ESTADO_PAGO;
import static co.satccf.sandbox.erp.Rotura.Base.INICIO;
import static co.satccf.sandbox.erp.Rotura.Base.NO_PRIMERA_VEZ;
import static co.satccf.sandbox.erp.Rotura.Base.PRIMERA_VEZ_JURIDICA;
import static co.satccf.sandbox.erp.Rotura.Base.PRIMERA_VEZ_NATURAL;
import static co.satccf.sandbox.erp.Rotura.Base.TERMINACION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** At least one breach of every rule of the seven contracts. */
final class Roturas {
  private static final String LARGO_61 = "Ñ".repeat(61);

  private Roturas() {}

  static List<Rotura> todas() {
    return Stream.of(
            afiliacion(), contacto(), personas(), reingreso(), retiro(), trabajo(), cartera())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rotura> afiliacion() {
    return List.of(
        pone(
            PRIMERA_VEZ_JURIDICA,
            "tipoDocumentoEmpleador",
            "GE01",
            "empleador.documento.tipo",
            "ZZ"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "numeroDocumentoEmpleador",
            "GE02",
            "empleador.documento.numero",
            "9001234567"),
        pone(
            PRIMERA_VEZ_NATURAL,
            "numeroDocumentoEmpleador",
            "GE02",
            "empleador.documento.numero",
            "79.123.456"),
        pone(PRIMERA_VEZ_JURIDICA, "serialSAT", "GE03", "empleador.serialSAT", "00001"),
        pone(
            PRIMERA_VEZ_JURIDICA, "numeroTransaccion", "GE05", "numeroTransaccion", "7".repeat(51)),
        pone(PRIMERA_VEZ_JURIDICA, "tipoPersona", "GE10", "empleador.tipoPersona", "X"),
        pone(PRIMERA_VEZ_JURIDICA, "tipoPersona", "GE10", "empleador.tipoPersona", ""),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "naturalezaJuridicaEmpleador",
            "GE11",
            "empleador.naturalezaJuridica",
            "6"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "naturalezaJuridicaEmpleador",
            "GE11",
            "empleador.naturalezaJuridica",
            ""),
        pone(
            PRIMERA_VEZ_NATURAL,
            "naturalezaJuridicaEmpleador",
            "GE11",
            "empleador.naturalezaJuridica",
            "2"),
        pone(PRIMERA_VEZ_NATURAL, "primerNombreEmpleador", "GE12", "empleador.primerNombre", ""),
        pone(
            PRIMERA_VEZ_NATURAL,
            "primerApellidoEmpleador",
            "GE12",
            "empleador.primerApellido",
            LARGO_61),
        pone(
            PRIMERA_VEZ_JURIDICA, "primerNombreEmpleador", "GE12", "empleador.primerNombre", "Ana"),
        pone(
            PRIMERA_VEZ_NATURAL,
            "segundoNombreEmpleador",
            "GE13",
            "empleador.segundoNombre",
            LARGO_61),
        pone(
            PRIMERA_VEZ_NATURAL,
            "segundoApellidoEmpleador",
            "GE13",
            "empleador.segundoApellido",
            LARGO_61),
        pone(PRIMERA_VEZ_JURIDICA, "fechaSolicitud", "GE14", "fechaSolicitud", "2021-02-30"),
        pone(PRIMERA_VEZ_JURIDICA, "fechaSolicitud", "GE14", "fechaSolicitud", "17/08/2021"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "perdidaAfiliacionCausaGrave",
            "GE15",
            "perdidaAfiliacionCausaGrave",
            "CCF004"),
        pone(
            PRIMERA_VEZ_JURIDICA, "fechaEfectivaAfiliacion", "GE16", "fechaEfectivaAfiliacion", ""),
        pone(PRIMERA_VEZ_JURIDICA, "razonSocial", "GE17", "empleador.razonSocial", ""),
        pone(PRIMERA_VEZ_JURIDICA, "razonSocial", "GE17", "empleador.razonSocial", "R".repeat(501)),
        pone(
            PRIMERA_VEZ_NATURAL,
            "razonSocial",
            "GE17",
            "empleador.razonSocial",
            "Tienda La Esquina"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "numeroMatriculaMercantil",
            "GE18",
            "empleador.numeroMatriculaMercantil",
            ""),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "numeroMatriculaMercantil",
            "GE18",
            "empleador.numeroMatriculaMercantil",
            "1".repeat(13)));
  }

  private static List<Rotura> contacto() {
    return List.of(
        pone(PRIMERA_VEZ_JURIDICA, "departamento", "GE19", "ubicacion.departamento", "00"),
        pone(INICIO, "departamento", "GE19", "ubicacion.departamento", "5"),
        pone(PRIMERA_VEZ_JURIDICA, "municipio", "GE20", "ubicacion.municipio", "05001"),
        pone(INICIO, "municipio", "GE20", "ubicacion.municipio", ""),
        pone(PRIMERA_VEZ_JURIDICA, "direccionContacto", "GE21", "ubicacion.direccion", ""),
        pone(INICIO, "direccion", "GE21", "ubicacion.direccion", "C".repeat(201)),
        pone(PRIMERA_VEZ_JURIDICA, "numeroTelefono", "GE22", "contacto.telefono", "604-444-1234"),
        pone(INICIO, "telefono", "GE22", "contacto.telefono", "30012345678"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "correoElectronico",
            "GE23",
            "contacto.correo",
            "sin-arroba.example.org"),
        pone(INICIO, "correo", "GE23", "contacto.correo", "dos@@example.org"));
  }

  private static List<Rotura> personas() {
    return List.of(
        pone(
            PRIMERA_VEZ_JURIDICA,
            "tipoDocumentoRepresentante",
            "GE24",
            "representante.documento.tipo",
            "NI"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "numeroDocumentoRepresentante",
            "GE02",
            "representante.documento.numero",
            ""),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "primerNombreRepresentante",
            "GE26",
            "representante.primerNombre",
            ""),
        pone(
            PRIMERA_VEZ_NATURAL,
            "primerNombreRepresentante",
            "GE26",
            "representante.primerNombre",
            "Luis"),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "segundoApellidoRepresentante",
            "GE27",
            "representante.segundoApellido",
            LARGO_61),
        pone(
            PRIMERA_VEZ_JURIDICA,
            "autorizacionManejoDatos",
            "GE28",
            "autorizaciones.manejoDatos",
            "S"),
        pone(INICIO, "autorizacionNotificaciones", "GE28", "autorizaciones.notificaciones", ""),
        pone(PRIMERA_VEZ_JURIDICA, "manifestacion", "GE29", "manifestacion", "NO"));
  }

  private static List<Rotura> reingreso() {
    return List.of(
        pone(
            NO_PRIMERA_VEZ,
            "codigoCajaCompensacionFamiliarAnterior",
            "GE30",
            "codigoCajaAnterior",
            "CAF04"),
        pone(
            NO_PRIMERA_VEZ,
            "codigoCajaCompensacionFamiliarAnterior",
            "GE30",
            "codigoCajaAnterior",
            ""),
        pone(NO_PRIMERA_VEZ, "pazYSalvo", "GE31", "pazYSalvo", "QUIZA"),
        pone(NO_PRIMERA_VEZ, "fechaPazYSalvo", "GE32", "fechaPazYSalvo", "ayer"));
  }

  private static List<Rotura> retiro() {
    return List.of(
        pone(DESAFILIACION, "fechaSolicitud", "GE14", "fechaSolicitud", ""),
        pone(
            DESAFILIACION,
            "fechaEfectivaDesafiliacion",
            "GE16",
            "fechaEfectivaDesafiliacion",
            "2021-13-01"),
        pone(DESAFILIACION, "departamento", "GE19", "departamento", "96"),
        pone(DESAFILIACION, "pazSalvo", "GE31", "pazYSalvo", ""),
        pone(DESAFILIACION, "fechaPazSalvo", "GE32", "fechaPazYSalvo", ""));
  }

  private static List<Rotura> trabajo() {
    return List.of(
        pone(INICIO, "tipoInicio", "GE35", "tipoInicio", "2"),
        pone(INICIO, "fechaInicio", "GE14", "fechaInicio", ""),
        pone(INICIO, "sexo", "GE25", "trabajador.sexo", "F"),
        pone(INICIO, "primerNombre", "GE26", "trabajador.primerNombre", ""),
        pone(INICIO, "segundoApellido", "GE27", "trabajador.segundoApellido", LARGO_61),
        pone(INICIO, "tipoDocumentoTrabajador", "GE37", "trabajador.documento.tipo", "NI"),
        pone(
            INICIO,
            "numeroDocumentoTrabajador",
            "GE02",
            "trabajador.documento.numero",
            "12345678901234567"),
        pone(INICIO, "fechaNacimiento", "GE38", "trabajador.fechaNacimiento", "1990-6-1"),
        pone(INICIO, "salario", "GE39", "salario", "1.200.000"),
        pone(INICIO, "tipoSalario", "GE40", "tipoSalario", "4"),
        pone(INICIO, "horasTrabajo", "GE41", "horasTrabajo", "1000"),
        pone(INICIO, "primerApellido", "GE26", "trabajador.primerApellido", "Pé\u0000rez"),
        pone(TERMINACION, "tipoTerminacion", "GE35", "tipoTerminacion", "9"),
        pone(TERMINACION, "fechaTerminacion", "GE14", "fechaTerminacion", "20210817"),
        pone(TERMINACION, "tipoDocumentoTrabajador", "GE37", "trabajador.documento.tipo", ""),
        pone(TERMINACION, "primerApellido", "GE26", "trabajador.primerApellido", ""),
        pone(TERMINACION, "autorizacionManejoDatos", "GE28", "autorizaciones.manejoDatos", "SÍ"));
  }

  private static List<Rotura> cartera() {
    return List.of(
        pone(CAUSA_GRAVE_JURIDICA, "tipoPersona", "GE10", "empleador.tipoPersona", "Z"),
        pone(CAUSA_GRAVE_JURIDICA, "fechaPerdidaAfiliacion", "GE14", "fechaPerdidaAfiliacion", ""),
        pone(CAUSA_GRAVE_JURIDICA, "razonSocial", "GE17", "empleador.razonSocial", ""),
        pone(CAUSA_GRAVE_JURIDICA, "causalRetiro", "LOC01", "causalRetiro", "0"),
        pone(CAUSA_GRAVE_JURIDICA, "departamento", "GE19", "departamento", ""),
        pone(
            CAUSA_GRAVE_NATURAL, "primerApellidoEmpleador", "GE12", "empleador.primerApellido", ""),
        pone(CAUSA_GRAVE_JURIDICA, "estadoReporte", "LOC02", "estadoReporte", "3"),
        pone(ESTADO_PAGO, "tipoDocumentoEmpleador", "GE01", "empleador.documento.tipo", "PA"),
        pone(ESTADO_PAGO, "serialSAT", "GE03", "empleador.serialSAT", "12345"),
        pone(ESTADO_PAGO, "estadoPago", "LOC03", "estadoPago", "9"));
  }

  private static Rotura pone(
      Rotura.Base base, String campo, String codigo, String ruta, String valor) {
    return new Rotura(base, campo, codigo, nombre(valor), data -> poner(data, ruta, valor));
  }

  private static void poner(ObjectNode data, String ruta, String valor) {
    ObjectNode donde = data;
    String resto = ruta;
    while (resto.contains(".")) {
      int punto = resto.indexOf('.');
      donde = donde.withObjectProperty(resto.substring(0, punto));
      resto = resto.substring(punto + 1);
    }
    donde.put(resto, valor);
  }

  private static String nombre(String valor) {
    if (valor.isEmpty()) {
      return "vacío";
    }
    return valor.length() > 20 ? valor.length() + " caracteres" : valor.replace('\u0000', '0');
  }
}
