/** A live token as this replica knows it, and how long it is one. */
@NullMarked
package co.satccf.token.vigente;

import org.jspecify.annotations.NullMarked;
