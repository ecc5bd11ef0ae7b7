@NullMarked
package co.satccf.transmitter.operations;

import org.jspecify.annotations.NullMarked;
