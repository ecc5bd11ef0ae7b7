/** What the tests of this module share. */
@NullMarked
package co.satccf.token.prueba;

import org.jspecify.annotations.NullMarked;
