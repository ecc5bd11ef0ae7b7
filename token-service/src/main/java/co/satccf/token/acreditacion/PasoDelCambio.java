package co.satccf.token.acreditacion;

import java.util.List;

/**
 * How the Ministry comes to know a new representante legal (MinSalud, SISPRO procedures, section 7,
 * "Actualización de Representante Legal"), in this order.
 */
enum PasoDelCambio {
  ACTUALIZACION_SOLICITADA(
      "El nuevo representante legal usa en web.sispro.gov.co la opción Solicitar-Actualizar Usuario"
          + " Institucional",
      List.of()),
  CORREO_CONFIRMADO(
      "Se confirma el correo institucional con el mensaje que envía SISPRO; sin confirmarlo no se"
          + " puede hacer ningún proceso",
      List.of()),
  DOCUMENTOS_REUNIDOS(
      "Se reúne lo que pide el Ministerio",
      List.of(
          "Razón social y NIT de la entidad",
          "Nombre, tipo y número de identificación del representante legal",
          "Correo electrónico y teléfono del representante legal",
          "Copia de su documento de identidad",
          "RUT de la entidad, completo y claro, donde se vea el representante legal",
          "Certificado de cámara y comercio legible, salvo que la entidad esté excluida de tenerlo")),
  SOLICITUD_ENVIADA(
      "Se envía todo a soportepisis@minsalud.gov.co, informando que se hizo la actualización y que"
          + " el correo fue confirmado",
      List.of()),
  REPRESENTANTE_ACTUALIZADO("El Ministerio actualiza el representante legal", List.of()),
  ENTIDAD_ACTUALIZADA(
      "El nuevo representante legal, con sus credenciales, actualiza los demás datos de la entidad",
      List.of());

  private final String descripcion;
  private final List<String> lleva;

  PasoDelCambio(String descripcion, List<String> lleva) {
    this.descripcion = descripcion;
    this.lleva = lleva;
  }

  String descripcion() {
    return descripcion;
  }

  /** What belongs to it, if it is more than one thing. */
  List<String> lleva() {
    return lleva;
  }
}
