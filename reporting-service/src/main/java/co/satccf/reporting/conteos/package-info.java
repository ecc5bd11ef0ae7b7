/** Counts over the rows, for people and for the follow-up reports. */
@NullMarked
package co.satccf.reporting.conteos;

import org.jspecify.annotations.NullMarked;
