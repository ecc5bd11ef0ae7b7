/** By when each SAT service wants its reports. */
@NullMarked
package co.satccf.reporting.plazos;

import org.jspecify.annotations.NullMarked;
