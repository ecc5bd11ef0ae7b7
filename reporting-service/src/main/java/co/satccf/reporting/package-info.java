/**
 * Turns the outcomes of {@code sat.resultados} into one row per report, the rows into counts, and
 * the counts into follow-up reports.
 */
@NullMarked
package co.satccf.reporting;

import org.jspecify.annotations.NullMarked;
