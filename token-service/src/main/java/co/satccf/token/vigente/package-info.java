/** Where the live token of each ClientID stands. Nothing outside this package holds one. */
@NullMarked
package co.satccf.token.vigente;

import org.jspecify.annotations.NullMarked;
