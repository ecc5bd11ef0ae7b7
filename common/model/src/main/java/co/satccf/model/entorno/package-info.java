/** Which Ministry may be talked to from where. */
@NullMarked
package co.satccf.model.entorno;

import org.jspecify.annotations.NullMarked;
