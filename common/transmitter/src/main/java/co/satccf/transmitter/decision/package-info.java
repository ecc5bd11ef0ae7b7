@NullMarked
package co.satccf.transmitter.decision;

import org.jspecify.annotations.NullMarked;
