@NullMarked
package co.satccf.transmitter.intake;

import org.jspecify.annotations.NullMarked;
