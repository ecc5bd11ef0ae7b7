package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Lista;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.reporte.Autorizaciones;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Reporte;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The table of one service: its fields in wire order, and the rows that several services share.
 * Lengths and values come from the checks three cajas publish for the same fields; all but the
 * names of the services are inferred, and overridable through {@link ReglasDeContrato}.
 */
abstract class Tabla<R extends Reporte> {
  private static final int MAXIMO_NOMBRE = 60;
  private static final int LARGO_FECHA = 10;
  private static final int MAXIMO_DOCUMENTO = 16;
  private static final Set<String> SIN_REPRESENTANTE = Set.of("CC", "CE", "CD", "PE", "PT");

  abstract ServicioSat servicio();

  abstract Class<R> tipo();

  abstract List<Campo<R>> campos();

  Campo<R> campo(
      String nombre, String codigo, String etiqueta, String ruta, Function<R, String> lector) {
    return Campo.de(nombre, codigo, etiqueta, "data." + ruta, lector);
  }

  Campo<R> nombre(
      String nombre, String codigo, String etiqueta, String ruta, Function<R, String> lector) {
    return campo(nombre, codigo, etiqueta, ruta, lector).maximo(MAXIMO_NOMBRE);
  }

  Campo<R> fecha(
      String nombre, String codigo, String etiqueta, String ruta, Function<R, String> lector) {
    return campo(nombre, codigo, etiqueta, ruta, lector)
        .maximo(LARGO_FECHA)
        .con(new Valores.Fecha<>());
  }

  Campo<R> deLista(
      String nombre,
      String codigo,
      String etiqueta,
      String ruta,
      Function<R, String> lector,
      Lista lista) {
    return campo(nombre, codigo, etiqueta, ruta, lector)
        .maximo(10)
        .con(new Valores.DeLista<>(lista));
  }

  Campo<R> radicado(String nombre) {
    return Campo.<R>de(nombre, "GE04", "el número de radicado", "radicado", Reporte::radicado)
        .obligatorio()
        .maximo(20)
        .con(Patron.DIGITOS);
  }

  Campo<R> numeroTransaccion(Function<R, String> lector) {
    return campo(
            "numeroTransaccion", "GE05", "el número de transacción", "numeroTransaccion", lector)
        .porDefecto("0")
        .maximo(50);
  }

  Campo<R> tipoDocumentoEmpleador() {
    return tipoDocumento(
            "tipoDocumentoEmpleador",
            "GE01",
            "el tipo de documento del empleador",
            "empleador.documento",
            Reporte::documentoEmpleador,
            Rol.EMPLEADOR)
        .obligatorio();
  }

  Campo<R> numeroDocumentoEmpleador() {
    return numeroDocumento(
            "numeroDocumentoEmpleador",
            "el número de documento del empleador",
            "empleador.documento",
            Reporte::documentoEmpleador,
            Rol.EMPLEADOR)
        .obligatorio();
  }

  Campo<R> serialSat() {
    return campo("serialSAT", "GE03", "el serial SAT", "empleador.serialSAT", Reporte::serialSat)
        .porDefecto("0")
        .maximo(4);
  }

  Campo<R> tipoDocumento(
      String nombre,
      String codigo,
      String etiqueta,
      String ruta,
      Function<R, Documento> documento,
      Rol rol) {
    return campo(nombre, codigo, etiqueta, ruta + ".tipo", r -> documento.apply(r).tipo())
        .maximo(2)
        .con(new Valores.TipoDocumento<>(rol));
  }

  Campo<R> numeroDocumento(
      String nombre, String etiqueta, String ruta, Function<R, Documento> documento, Rol rol) {
    return campo(nombre, "GE02", etiqueta, ruta + ".numero", r -> documento.apply(r).numero())
        .maximo(MAXIMO_DOCUMENTO)
        .con(
            new Valores.NumeroDocumento<>(
                rol, "data." + ruta + ".tipo", r -> documento.apply(r).tipo()));
  }

  Campo<R> departamento(String ruta, Function<R, String> lector) {
    return campo("departamento", "GE19", "el departamento", ruta, lector)
        .obligatorio()
        .maximo(2)
        .con(new Valores.Departamento<>());
  }

  Campo<R> autorizacionManejoDatos(Function<R, Autorizaciones> autorizaciones) {
    return autorizacion(
        "autorizacionManejoDatos",
        "la autorización de manejo de datos",
        "autorizaciones.manejoDatos",
        r -> autorizaciones.apply(r).manejoDatos());
  }

  Campo<R> autorizacionNotificaciones(Function<R, Autorizaciones> autorizaciones) {
    return autorizacion(
        "autorizacionNotificaciones",
        "la autorización de notificaciones",
        "autorizaciones.notificaciones",
        r -> autorizaciones.apply(r).notificaciones());
  }

  /** Informed for a natural person; empty for a jurídica. */
  Condicion<R> personaNatural(Function<R, String> tipoPersona) {
    return segunPersona(tipoPersona, Set.of("N"), Set.of("J"));
  }

  /** May be informed for a natural person; empty for a jurídica. */
  Condicion<R> soloPersonaNatural(Function<R, String> tipoPersona) {
    return segunPersona(tipoPersona, Set.of(), Set.of("J"));
  }

  /** Informed for a persona jurídica; empty for a natural one. */
  Condicion<R> personaJuridica(Function<R, String> tipoPersona) {
    return segunPersona(tipoPersona, Set.of("J"), Set.of("N"));
  }

  /** Informed when the employer shows a NIT; empty with any other document. */
  Condicion<R> empleadorConNit() {
    return segunDocumento(Set.of("NI"));
  }

  /** May be informed when the employer shows a NIT; empty with any other document. */
  Condicion<R> soloEmpleadorConNit() {
    return segunDocumento(Set.of());
  }

  private Condicion<R> segunPersona(
      Function<R, String> tipoPersona, Set<String> exige, Set<String> prohibe) {
    return new Condicion<>(
        "data.empleador.tipoPersona", "el tipo de persona", tipoPersona, exige, prohibe);
  }

  private Condicion<R> segunDocumento(Set<String> exige) {
    return new Condicion<>(
        "data.empleador.documento.tipo",
        "el tipo de documento del empleador",
        r -> r.documentoEmpleador().tipo(),
        exige,
        SIN_REPRESENTANTE);
  }

  private Campo<R> autorizacion(
      String nombre, String etiqueta, String ruta, Function<R, String> lector) {
    return deLista(nombre, "GE28", etiqueta, ruta, lector, Lista.AUTORIZACION).obligatorio();
  }
}
