/** The conditions under which the Ministry's services are used, and who accepted them. */
@NullMarked
package co.satccf.token.terminos;

import org.jspecify.annotations.NullMarked;
