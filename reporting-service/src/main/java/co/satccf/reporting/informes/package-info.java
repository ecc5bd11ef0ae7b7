/** The follow-up reports: made at a cut-off, frozen, approved, sent; each step in its history. */
@NullMarked
package co.satccf.reporting.informes;

import org.jspecify.annotations.NullMarked;
