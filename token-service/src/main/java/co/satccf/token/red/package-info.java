/** Addresses: which block one is of, and where a request that proxies pass on comes from. */
@NullMarked
package co.satccf.token.red;

import org.jspecify.annotations.NullMarked;
