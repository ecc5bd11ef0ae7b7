@NullMarked
package co.satccf.transmitter.lifecycle;

import org.jspecify.annotations.NullMarked;
