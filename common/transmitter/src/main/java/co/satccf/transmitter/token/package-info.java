@NullMarked
package co.satccf.transmitter.token;

import org.jspecify.annotations.NullMarked;
