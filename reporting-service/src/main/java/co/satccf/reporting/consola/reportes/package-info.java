/** Search of reports, one report with its life, and the moves a person may make. */
@NullMarked
package co.satccf.reporting.consola.reportes;

import org.jspecify.annotations.NullMarked;
