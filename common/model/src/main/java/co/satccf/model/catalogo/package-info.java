@NullMarked
package co.satccf.model.catalogo;

import org.jspecify.annotations.NullMarked;
