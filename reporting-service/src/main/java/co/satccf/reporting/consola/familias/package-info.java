/** The other services of the suite, asked with the token of the person who is signed in. */
@NullMarked
package co.satccf.reporting.consola.familias;

import org.jspecify.annotations.NullMarked;
