/** Colombian business days. */
@NullMarked
package co.satccf.model.calendario;

import org.jspecify.annotations.NullMarked;
