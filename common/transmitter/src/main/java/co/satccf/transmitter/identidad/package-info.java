@NullMarked
package co.satccf.transmitter.identidad;

import org.jspecify.annotations.NullMarked;
