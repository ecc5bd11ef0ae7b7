/** The tray of refused reports and their correction, one by one or many at once. */
@NullMarked
package co.satccf.reporting.consola.glosas;

import org.jspecify.annotations.NullMarked;
