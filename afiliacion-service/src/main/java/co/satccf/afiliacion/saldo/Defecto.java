package co.satccf.afiliacion.saldo;

import co.satccf.afiliacion.registro.Dato;

/** Why a line of the file was passed over; the reason never tells what the line says. */
enum Defecto {
  DESMEDIDA("la línea pasa de 4.096 bytes"),
  NO_ES_UTF8("la línea no es UTF-8"),
  JSON_ILEGIBLE("la línea no es un objeto JSON de textos"),
  COLUMNAS("la línea no tiene tantas columnas como el encabezado"),
  TIPO(Dato.TIPO.regla()),
  NUMERO(Dato.NUMERO.regla()),
  SERIAL(Dato.SERIAL.regla()),
  DEPARTAMENTO(Dato.DEPARTAMENTO.regla()),
  FECHA("la fecha no es un día aaaa-mm-dd que ya haya llegado");

  private final String motivo;

  Defecto(String motivo) {
    this.motivo = motivo;
  }

  String motivo() {
    return motivo;
  }

  static Defecto de(Dato dato) {
    return switch (dato) {
      case TIPO -> TIPO;
      case NUMERO -> NUMERO;
      case SERIAL -> SERIAL;
      case DEPARTAMENTO -> DEPARTAMENTO;
    };
  }
}
