@NullMarked
package co.satccf.transmitter.terminos;

import org.jspecify.annotations.NullMarked;
