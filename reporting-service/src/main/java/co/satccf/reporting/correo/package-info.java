/** Sends approved reports by e-mail, and says what became of each try. */
@NullMarked
package co.satccf.reporting.correo;

import org.jspecify.annotations.NullMarked;
