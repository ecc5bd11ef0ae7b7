@NullMarked
package co.satccf.transmitter.familia;

import org.jspecify.annotations.NullMarked;
