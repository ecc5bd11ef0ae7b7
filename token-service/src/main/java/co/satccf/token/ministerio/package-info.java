/** The Ministry's token endpoint and how its answers are read. */
@NullMarked
package co.satccf.token.ministerio;

import org.jspecify.annotations.NullMarked;
