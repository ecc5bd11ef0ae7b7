package co.satccf.model.estado;

/** One legal move of a report, with one of its causes. */
public record Movimiento(EstadoReporte de, EstadoReporte a, Causa causa) {}
