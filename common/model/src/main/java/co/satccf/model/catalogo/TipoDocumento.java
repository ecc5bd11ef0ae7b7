package co.satccf.model.catalogo;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A type of identity document.
 *
 * @param roles in which roles SAT takes it
 * @param numero what its whole number must match: the wider of the rules known
 */
public record TipoDocumento(
    String codigo, String descripcion, Set<Rol> roles, Pattern numero, boolean porConfirmar) {}
