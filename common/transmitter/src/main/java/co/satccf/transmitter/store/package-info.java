@NullMarked
package co.satccf.transmitter.store;

import org.jspecify.annotations.NullMarked;
