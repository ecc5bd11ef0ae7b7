@NullMarked
package co.satccf.transmitter.movimientos;

import org.jspecify.annotations.NullMarked;
