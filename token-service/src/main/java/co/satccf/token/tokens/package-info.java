@NullMarked
package co.satccf.token.tokens;

import org.jspecify.annotations.NullMarked;
