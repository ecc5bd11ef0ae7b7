@NullMarked
package co.satccf.model.cifrado;

import org.jspecify.annotations.NullMarked;
