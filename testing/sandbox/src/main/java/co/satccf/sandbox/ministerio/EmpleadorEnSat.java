package co.satccf.sandbox.ministerio;

/**
 * An employer of the opening balance.
 *
 * @param tipo document type, e.g. NI
 * @param numero document number without check digit
 * @param serialSAT territorial serial, usually "0"
 * @param departamento DANE code, two digits
 */
public record EmpleadorEnSat(String tipo, String numero, String serialSAT, String departamento) {}
