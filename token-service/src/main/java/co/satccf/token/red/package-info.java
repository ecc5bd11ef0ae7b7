/** Blocks of addresses. */
@NullMarked
package co.satccf.token.red;

import org.jspecify.annotations.NullMarked;
