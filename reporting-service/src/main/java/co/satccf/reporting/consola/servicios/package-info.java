/** Which SAT services may send, what holds the others, and the switches on them. */
@NullMarked
package co.satccf.reporting.consola.servicios;

import org.jspecify.annotations.NullMarked;
