/** What was received, sent and answered, what holds the rest, and what needs a hand. */
@NullMarked
package co.satccf.reporting.consola.tablero;

import org.jspecify.annotations.NullMarked;
