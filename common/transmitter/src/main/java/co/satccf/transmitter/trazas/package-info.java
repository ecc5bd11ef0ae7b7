/** Traces from the ERP's event to the call to SAT (docs/adr/0021). */
@NullMarked
package co.satccf.transmitter.trazas;

import org.jspecify.annotations.NullMarked;
