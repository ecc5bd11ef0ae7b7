@NullMarked
package co.satccf.transmitter.validaciones;

import org.jspecify.annotations.NullMarked;
