package co.satccf.model.catalogo;

/**
 * A caja de compensación.
 *
 * @param codigo CCF and two or three digits
 * @param nit without check digit, {@code ""} when unknown
 * @param dv check digit as published, {@code ""} when unknown
 * @param historica whether it no longer operates; it may still be somebody's previous caja
 */
public record Caja(String codigo, String nombre, String nit, String dv, boolean historica) {}
