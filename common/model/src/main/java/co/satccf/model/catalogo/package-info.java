/** Replaceable catalogues: DIVIPOLA, cajas, document types and the short code lists. */
@NullMarked
package co.satccf.model.catalogo;

import org.jspecify.annotations.NullMarked;
