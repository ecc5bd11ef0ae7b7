@NullMarked
package co.satccf.token.ministerio;

import org.jspecify.annotations.NullMarked;
