@NullMarked
package co.satccf.transmitter.constancia;

import org.jspecify.annotations.NullMarked;
