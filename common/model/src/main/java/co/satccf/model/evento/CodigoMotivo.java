package co.satccf.model.evento;

/** Every reason for which an event is set aside, with what the operator reads. */
public enum CodigoMotivo {
  EVENTO_DESMEDIDO("El evento supera los 256 KiB."),
  UTF8_ILEGIBLE("El evento no está en UTF-8."),
  JSON_ILEGIBLE(
      "El evento no es JSON bien formado, repite una clave, anida demasiado o trae un número desmedido."),
  NO_ES_OBJETO("El evento no es un objeto JSON."),
  VERSION_DESCONOCIDA("specversion debe ser 1.0."),
  CONTENIDO_NO_ADMITIDO("datacontenttype debe ser application/json."),
  SIN_IDENTIDAD(
      "source e id deben ser textos no vacíos, de a lo sumo 200 caracteres, sin controles."),
  SIN_TIPO("Falta type."),
  TIPO_DESCONOCIDO("type no es el de ningún evento conocido."),
  INSTANTE_ILEGIBLE("time debe ser un instante RFC 3339 con zona, entre los años 1 y 9999."),
  REZAGO_INVALIDO("tiporezago debe ser 1, 2, 3 o 4."),
  SIN_RADICADO("radicado debe venir, no vacío, con a lo sumo 64 caracteres, sin controles."),
  CORRIGE_ILEGIBLE("corrige, si viene, debe tener a lo sumo 64 caracteres, sin controles."),
  SIN_DATOS("Falta data, o no es un objeto JSON."),
  SIN_EMPLEADOR(
      "El documento del empleador (tipo, numero y serialSAT) debe venir como texto, sin controles."),
  SIN_DEPARTAMENTO("departamento debe ser un código DANE de dos dígitos."),
  FECHA_INVALIDA("fecha, si viene, debe ser una fecha que exista, de la forma aaaa-mm-dd.");

  private final String mensaje;

  CodigoMotivo(String mensaje) {
    this.mensaje = mensaje;
  }

  Motivo motivo() {
    return new Motivo(name(), mensaje);
  }
}
