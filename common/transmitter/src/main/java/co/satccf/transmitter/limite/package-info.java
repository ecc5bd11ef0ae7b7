/** How many reports of a SAT service may be in flight at once: the limit that finds itself. */
@NullMarked
package co.satccf.transmitter.limite;

import org.jspecify.annotations.NullMarked;
