/** Failures of requests as the caller reads them. */
@NullMarked
package co.satccf.reporting.problema;

import org.jspecify.annotations.NullMarked;
