/** What stands in this service's tables under the ring of keys, tokens apart. */
@NullMarked
package co.satccf.token.sellado;

import org.jspecify.annotations.NullMarked;
