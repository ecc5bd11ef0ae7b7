/** The operators' pages (ADR 19): what is common to all of them. */
@NullMarked
package co.satccf.reporting.consola;

import org.jspecify.annotations.NullMarked;
