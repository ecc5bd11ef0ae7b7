/** Rules of Colombian identity documents. */
@NullMarked
package co.satccf.model.documento;

import org.jspecify.annotations.NullMarked;
