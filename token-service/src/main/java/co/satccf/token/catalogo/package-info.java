/** The catalogue of external web services: which there are, and which the Ministry has assigned. */
@NullMarked
package co.satccf.token.catalogo;

import org.jspecify.annotations.NullMarked;
