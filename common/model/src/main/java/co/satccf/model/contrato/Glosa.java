package co.satccf.model.contrato;

/**
 * One breach of a contract, or one refusal by SAT.
 *
 * @param campo wire name of the field at fault, "" when SAT does not say
 * @param codigo as SAT names it, e.g. {@code GE19}
 * @param mensaje for people, in Spanish; never quotes the value
 */
public record Glosa(String campo, String codigo, String mensaje) {}
