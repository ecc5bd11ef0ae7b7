@NullMarked
package co.satccf.model.referencia;

import org.jspecify.annotations.NullMarked;
