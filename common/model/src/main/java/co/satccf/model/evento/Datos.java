package co.satccf.model.evento;

import co.satccf.model.reporte.Autorizaciones;
import co.satccf.model.reporte.Contacto;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.Empleador;
import co.satccf.model.reporte.Representante;
import co.satccf.model.reporte.Trabajador;
import co.satccf.model.reporte.Ubicacion;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A nested part of an event's {@code data}. A part that is not an object, though it should be, has
 * every one of its leaves unreadable.
 */
record Datos(JsonNode nodo) {

  String texto(String clave) {
    return nodo.isMissingNode() || nodo.isNull() || nodo.isObject()
        ? Texto.de(nodo.path(clave))
        : Texto.ILEGIBLE;
  }

  String texto(String clave, String porDefecto) {
    var valor = texto(clave);
    return valor.isEmpty() ? porDefecto : valor;
  }

  Datos parte(String clave) {
    return nodo.isMissingNode() || nodo.isNull() || nodo.isObject()
        ? new Datos(nodo.path(clave))
        : this;
  }

  Documento documento() {
    var documento = parte("documento");
    return new Documento(documento.texto("tipo"), documento.texto("numero"));
  }

  String serialSat() {
    return texto("serialSAT", "0");
  }

  Empleador empleador() {
    var empleador = parte("empleador");
    return new Empleador(
        empleador.texto("tipoPersona"),
        empleador.texto("naturalezaJuridica"),
        empleador.documento(),
        empleador.serialSat(),
        empleador.texto("primerNombre"),
        empleador.texto("segundoNombre"),
        empleador.texto("primerApellido"),
        empleador.texto("segundoApellido"),
        empleador.texto("razonSocial"),
        empleador.texto("numeroMatriculaMercantil"));
  }

  Trabajador trabajador() {
    var trabajador = parte("trabajador");
    return new Trabajador(
        trabajador.documento(),
        trabajador.texto("primerNombre"),
        trabajador.texto("segundoNombre"),
        trabajador.texto("primerApellido"),
        trabajador.texto("segundoApellido"),
        trabajador.texto("sexo"),
        trabajador.texto("fechaNacimiento"));
  }

  Representante representante() {
    var representante = parte("representante");
    return new Representante(
        representante.documento(),
        representante.texto("primerNombre"),
        representante.texto("segundoNombre"),
        representante.texto("primerApellido"),
        representante.texto("segundoApellido"));
  }

  Ubicacion ubicacion() {
    var ubicacion = parte("ubicacion");
    return new Ubicacion(
        ubicacion.texto("departamento"),
        ubicacion.texto("municipio"),
        ubicacion.texto("direccion"));
  }

  Contacto contacto() {
    var contacto = parte("contacto");
    return new Contacto(contacto.texto("telefono"), contacto.texto("correo"));
  }

  Autorizaciones autorizaciones() {
    var autorizaciones = parte("autorizaciones");
    return new Autorizaciones(
        autorizaciones.texto("manejoDatos"), autorizaciones.texto("notificaciones"));
  }
}
