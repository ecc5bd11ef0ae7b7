/**
 * What is counted about tokens, apart from who shows it: counting is needed where things happen.
 */
@NullMarked
package co.satccf.token.medidas;

import org.jspecify.annotations.NullMarked;
