/** Who is at the console, and what every answer of it says to the browser. */
@NullMarked
package co.satccf.reporting.consola.sesion;

import org.jspecify.annotations.NullMarked;
