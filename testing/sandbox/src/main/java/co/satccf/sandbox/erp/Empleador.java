package co.satccf.sandbox.erp;

import co.satccf.model.catalogo.Municipio;

/**
 * A synthetic employer at one place.
 *
 * @param persona the natural person, or the legal representative of a legal one
 * @param razonSocial "" for a natural person
 * @param sede where wages are caused
 */
public record Empleador(
    String tipo,
    String numero,
    String serial,
    String naturaleza,
    Persona persona,
    String razonSocial,
    String matricula,
    Municipio sede,
    String direccion,
    String telefono,
    String correo,
    String manejoDatos,
    String notificaciones) {

  boolean esJuridica() {
    return !razonSocial.isEmpty();
  }

  /** Kafka key. */
  String llave() {
    return tipo + "-" + numero + "-" + serial;
  }

  /** The same employer at another place. */
  public Empleador en(Municipio otraSede) {
    return new Empleador(
        tipo,
        numero,
        serial,
        naturaleza,
        persona,
        razonSocial,
        matricula,
        otraSede,
        direccion,
        telefono,
        correo,
        manejoDatos,
        notificaciones);
  }
}
