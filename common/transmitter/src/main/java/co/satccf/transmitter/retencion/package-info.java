/** What is personal is kept as long as it must be, and no longer. */
@NullMarked
package co.satccf.transmitter.retencion;

import org.jspecify.annotations.NullMarked;
