@NullMarked
package co.satccf.transmitter.health;

import org.jspecify.annotations.NullMarked;
