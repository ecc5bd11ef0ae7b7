@NullMarked
package co.satccf.transmitter.problem;

import org.jspecify.annotations.NullMarked;
