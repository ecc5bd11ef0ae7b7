package co.satccf.model.contrato;

import co.satccf.model.reporte.Reporte;
import java.util.Set;
import java.util.function.Function;

/**
 * How another field decides whether a field is informed. A value in neither set decides nothing:
 * the other field earns its own glosa, and this one is not dragged along.
 *
 * @param ruta path of the other field in the event
 * @param etiqueta the other field, in Spanish with its article
 * @param exige values of the other field with which this one must be informed
 * @param prohibe values with which it must be empty
 */
public record Condicion<R extends Reporte>(
    String ruta,
    String etiqueta,
    Function<R, String> lector,
    Set<String> exige,
    Set<String> prohibe) {}
