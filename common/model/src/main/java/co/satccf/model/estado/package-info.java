@NullMarked
package co.satccf.model.estado;

import org.jspecify.annotations.NullMarked;
