@NullMarked
package co.satccf.transmitter.cuarentena;

import org.jspecify.annotations.NullMarked;
