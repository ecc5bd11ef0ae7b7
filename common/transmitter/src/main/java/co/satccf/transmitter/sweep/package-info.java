@NullMarked
package co.satccf.transmitter.sweep;

import org.jspecify.annotations.NullMarked;
