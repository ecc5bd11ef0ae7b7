/**
 * Turns the outcomes of {@code sat.resultados} into one row per report, and the rows into counts.
 */
@NullMarked
package co.satccf.reporting;

import org.jspecify.annotations.NullMarked;
