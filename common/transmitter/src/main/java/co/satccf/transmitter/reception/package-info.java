@NullMarked
package co.satccf.transmitter.reception;

import org.jspecify.annotations.NullMarked;
