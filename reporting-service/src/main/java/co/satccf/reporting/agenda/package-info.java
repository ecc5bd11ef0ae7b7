/** When follow-up reports are due, and the clock that moves all of them. */
@NullMarked
package co.satccf.reporting.agenda;

import org.jspecify.annotations.NullMarked;
