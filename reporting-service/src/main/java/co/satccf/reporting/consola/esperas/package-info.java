/** Lists of reports that wait, each as the board counts them. */
@NullMarked
package co.satccf.reporting.consola.esperas;

import org.jspecify.annotations.NullMarked;
