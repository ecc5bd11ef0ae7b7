/** A follow-up report as a document: one model, and the four forms it is read in (ADR 16). */
@NullMarked
package co.satccf.reporting.documento;

import org.jspecify.annotations.NullMarked;
