/** The page of the follow-up reports: make, look, approve, send, download. */
@NullMarked
package co.satccf.reporting.consola.seguimiento;

import org.jspecify.annotations.NullMarked;
