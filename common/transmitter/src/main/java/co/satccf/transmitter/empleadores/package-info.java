@NullMarked
package co.satccf.transmitter.empleadores;

import org.jspecify.annotations.NullMarked;
