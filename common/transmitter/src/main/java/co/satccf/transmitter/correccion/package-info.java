@NullMarked
package co.satccf.transmitter.correccion;

import org.jspecify.annotations.NullMarked;
