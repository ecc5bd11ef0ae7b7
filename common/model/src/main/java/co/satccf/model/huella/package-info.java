/** Hashes of what must be recognised and not told. */
@NullMarked
package co.satccf.model.huella;

import org.jspecify.annotations.NullMarked;
