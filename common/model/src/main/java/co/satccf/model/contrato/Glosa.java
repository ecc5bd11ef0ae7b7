package co.satccf.model.contrato;

/**
 * An inconsistency of one field. Never holds the value.
 *
 * @param campo name of the field on the wire
 * @param codigo the GE code this breach earns at the Ministry; {@code LOC…} where none is known
 * @param mensaje in Spanish, for whoever corrects it
 */
public record Glosa(String campo, String codigo, String mensaje) {}
