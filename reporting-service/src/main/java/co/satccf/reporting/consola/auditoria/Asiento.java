package co.satccf.reporting.consola.auditoria;

import java.time.Instant;

/**
 * One entry of any of the books.
 *
 * @param numero by which its book counts
 * @param porque the motive, or from where
 */
public record Asiento(
    long numero,
    Instant instante,
    String quien,
    String accion,
    String objeto,
    String porque,
    String detalle) {}
