@NullMarked
package co.satccf.transmitter.cronograma;

import org.jspecify.annotations.NullMarked;
