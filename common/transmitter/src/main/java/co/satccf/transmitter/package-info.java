@NullMarked
package co.satccf.transmitter;

import org.jspecify.annotations.NullMarked;
